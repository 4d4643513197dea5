"""The tables of the ledger and the triggers that keep them append-only and unbroken.

Written as SQL, because what matters here is what the database refuses:
- an entry is never changed, deleted or truncated away;
- an entry continues its chain: the next number, the hash before it, its own hash as
  `ledger_entry_hash` computes it (the same text as `ledger.rules.entry_text`);
- the end of a chain only moves forward, to an entry that is there.
"""

from django.db import migrations, models

from aboveboard.kernel.ids import new_id

TABLES = r"""
CREATE FUNCTION ledger_digests_hold(digests jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT jsonb_typeof(digests) = 'object' AND NOT EXISTS (
        SELECT FROM jsonb_each(digests) AS d
        WHERE d.key !~ '^[a-z][a-z0-9_.]{0,63}$' OR jsonb_typeof(d.value) <> 'string'
            OR d.value #>> '{}' !~ '^[0-9a-f]{64}$')
$$;
CREATE TABLE ledger_chain (
    workspace_id uuid PRIMARY KEY,
    seq bigint NOT NULL CHECK (seq >= 0),
    head_hash text NOT NULL
);
CREATE TABLE ledger_entry (
    id uuid PRIMARY KEY,
    workspace_id uuid NOT NULL,
    seq bigint NOT NULL CHECK (seq > 0),
    at timestamptz NOT NULL CHECK (
        at >= '1970-01-01 00:00:00+00' AND at < '9999-12-31 00:00:00+00'),
    kind text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9_.]{0,63}$'),
    actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'agent', 'house')),
    actor_id uuid,
    subject_kind text NOT NULL CHECK (subject_kind ~ '^[a-z][a-z0-9_.]{0,63}$'),
    subject_id uuid NOT NULL,
    digests jsonb NOT NULL DEFAULT '{}',
    prev_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT ledger_entry_place UNIQUE (workspace_id, seq),
    CONSTRAINT ledger_entry_actor CHECK (actor_kind <> 'person' OR actor_id IS NOT NULL),
    CONSTRAINT ledger_entry_digests CHECK (ledger_digests_hold(digests))
);
CREATE INDEX ledger_entry_subject ON ledger_entry (workspace_id, subject_id, seq);
"""

HASH = r"""
CREATE FUNCTION ledger_entry_hash(entry ledger_entry) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(convert_to(concat_ws(E'\n',
        'aboveboard-entry-1',
        entry.workspace_id::text,
        entry.seq::text,
        entry.id::text,
        to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        entry.kind,
        entry.actor_kind,
        coalesce(entry.actor_id::text, '-'),
        entry.subject_kind,
        entry.subject_id::text,
        entry.prev_hash,
        (SELECT string_agg(key || '=' || value, E'\n' ORDER BY key COLLATE "C")
            FROM jsonb_each_text(entry.digests))
    ), 'UTF8')), 'hex')
$$;
"""

GUARDS = r"""
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The ledger is append-only: % on % is refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;

-- Gives an entry its place, or holds the place it claims against the chain.
CREATE FUNCTION ledger_continue() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_seq bigint;
    last_hash text;
    own_hash text;
BEGIN
    PERFORM 1 FROM ledger_chain WHERE workspace_id = NEW.workspace_id FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO ledger_chain VALUES (NEW.workspace_id, 0, repeat('0', 64))
            ON CONFLICT DO NOTHING;
        PERFORM 1 FROM ledger_chain WHERE workspace_id = NEW.workspace_id FOR UPDATE;
    END IF;
    -- Read after the lock is held; the rows of this very statement are seen as well.
    SELECT seq, hash INTO last_seq, last_hash FROM ledger_entry
        WHERE workspace_id = NEW.workspace_id ORDER BY seq DESC LIMIT 1;
    last_seq := coalesce(last_seq, 0);
    last_hash := coalesce(last_hash, repeat('0', 64));
    NEW.seq := coalesce(NEW.seq, last_seq + 1);
    NEW.prev_hash := coalesce(NEW.prev_hash, last_hash);
    own_hash := ledger_entry_hash(NEW);
    NEW.hash := coalesce(NEW.hash, own_hash);
    IF NEW.seq <> last_seq + 1 OR NEW.prev_hash <> last_hash
            OR NEW.hash <> own_hash THEN
        RAISE EXCEPTION 'Entry % does not continue the chain of % after entry %.',
            NEW.seq, NEW.workspace_id, last_seq USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION ledger_move_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE ledger_chain AS chain SET seq = last.seq, head_hash = last.hash
        FROM (SELECT DISTINCT ON (workspace_id) workspace_id, seq, hash FROM added
              ORDER BY workspace_id, seq DESC) AS last
        WHERE chain.workspace_id = last.workspace_id;
    RETURN NULL;
END
$$;

CREATE FUNCTION ledger_guard_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.seq = 0 AND NEW.head_hash = repeat('0', 64) THEN RETURN NEW; END IF;
    ELSIF NEW.workspace_id = OLD.workspace_id AND NEW.seq > OLD.seq AND EXISTS (
        SELECT 1 FROM ledger_entry AS e WHERE e.workspace_id = NEW.workspace_id
            AND e.seq = NEW.seq AND e.hash = NEW.head_hash
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'The head of a chain only moves forward, to an entry that is there.'
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER ledger_entry_continue BEFORE INSERT ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_continue();
CREATE TRIGGER ledger_entry_head AFTER INSERT ON ledger_entry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_move_head();
CREATE TRIGGER ledger_entry_kept BEFORE UPDATE OR DELETE ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_entry_kept_whole BEFORE TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_chain_guarded BEFORE INSERT OR UPDATE ON ledger_chain
    FOR EACH ROW EXECUTE FUNCTION ledger_guard_head();
CREATE TRIGGER ledger_chain_kept BEFORE DELETE ON ledger_chain
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_chain_kept_whole BEFORE TRUNCATE ON ledger_chain
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

-- Also for a session that plays replica (session_replication_role).
ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_continue;
ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_head;
ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_kept;
ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_kept_whole;
ALTER TABLE ledger_chain ENABLE ALWAYS TRIGGER ledger_chain_guarded;
ALTER TABLE ledger_chain ENABLE ALWAYS TRIGGER ledger_chain_kept;
ALTER TABLE ledger_chain ENABLE ALWAYS TRIGGER ledger_chain_kept_whole;
"""

APPEND = r"""
CREATE FUNCTION ledger_append(
    p_workspace uuid, p_kind text, p_actor_kind text, p_actor_id uuid,
    p_subject_kind text, p_subject_id uuid, p_digests jsonb DEFAULT '{}',
    p_id uuid DEFAULT gen_random_uuid(), p_at timestamptz DEFAULT clock_timestamp()
) RETURNS SETOF ledger_entry LANGUAGE sql VOLATILE AS $$
    INSERT INTO ledger_entry
        (id, workspace_id, at, kind, actor_kind, actor_id, subject_kind, subject_id, digests)
    VALUES (p_id, p_workspace, p_at, p_kind, p_actor_kind, p_actor_id,
        p_subject_kind, p_subject_id, coalesce(p_digests, '{}'))
    RETURNING *
$$;

-- `p_entries`: an array of objects with the names of the columns; id, at and digests may lack.
CREATE FUNCTION ledger_append_many(p_workspace uuid, p_entries jsonb)
RETURNS SETOF ledger_entry LANGUAGE sql VOLATILE AS $$
    INSERT INTO ledger_entry
        (id, workspace_id, at, kind, actor_kind, actor_id, subject_kind, subject_id, digests)
    SELECT coalesce((e.value ->> 'id')::uuid, gen_random_uuid()), p_workspace,
        coalesce((e.value ->> 'at')::timestamptz, clock_timestamp()),
        e.value ->> 'kind', e.value ->> 'actor_kind', (e.value ->> 'actor_id')::uuid,
        e.value ->> 'subject_kind', (e.value ->> 'subject_id')::uuid,
        coalesce(nullif(e.value -> 'digests', 'null'), '{}')
    FROM jsonb_array_elements(p_entries) WITH ORDINALITY AS e(value, place)
    ORDER BY e.place
    RETURNING *
$$;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [
        migrations.CreateModel(
            name="Chain",
            fields=[
                ("workspace_id", models.UUIDField(primary_key=True, serialize=False)),
                ("seq", models.BigIntegerField()),
                ("head_hash", models.CharField(max_length=64)),
            ],
            options={"db_table": "ledger_chain", "managed": False},
        ),
        migrations.CreateModel(
            name="SigningKey",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("public", models.CharField(max_length=64)),
                ("sealed", models.BinaryField()),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="one_signing_key"
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.UUIDField(default=new_id, primary_key=True, serialize=False)),
                ("workspace_id", models.UUIDField()),
                ("seq", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=64)),
                ("actor_kind", models.CharField(max_length=8)),
                ("actor_id", models.UUIDField(null=True)),
                ("subject_kind", models.CharField(max_length=64)),
                ("subject_id", models.UUIDField()),
                ("digests", models.JSONField(default=dict)),
                ("prev_hash", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "ledger_entry",
                "ordering": ("workspace_id", "seq"),
                "managed": False,
            },
        ),
        migrations.RunSQL(
            TABLES,
            "DROP TABLE ledger_entry; DROP TABLE ledger_chain; DROP FUNCTION ledger_digests_hold",
        ),
        migrations.RunSQL(HASH, "DROP FUNCTION ledger_entry_hash"),
        migrations.RunSQL(
            GUARDS,
            "DROP FUNCTION ledger_refuse, ledger_continue, ledger_move_head, ledger_guard_head"
            " CASCADE",
        ),
        migrations.RunSQL(APPEND, "DROP FUNCTION ledger_append, ledger_append_many"),
    ]
