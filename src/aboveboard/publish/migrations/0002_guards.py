"""The database itself holds that nothing goes out unapproved, twice, or is falsely called sent.

- A delivery carries exactly what its approval binds, for the same variant, channel and time.
- It moves only as `publish.rules.MOVES` says. It leaves `sending` or `unknown` for anything but
  `unknown` only when no request of it is open or unknown; it is `sent` only with every part.
- Attempts are kept; an unknown one is settled only after a look or by a person.
- What is out, or may be, is not edited any more.
"""

from django.db import migrations

# Whether a valid approval binds exactly what the row `n` is to send. The callers lock approvals
# first, so that none becomes void before the statement has taken effect.
APPROVED = r"""EXISTS (
    SELECT 1 FROM review_approval AS given, LATERAL (SELECT n.payload::jsonb AS body) AS b
    WHERE given.id = n.approval_id AND given.voided_at IS NULL
        AND given.variant_id = n.variant_id AND given.content = n.payload
        AND given.digest = n.digest
        AND n.digest = encode(sha256(convert_to(n.payload, 'UTF8')), 'hex')
        AND body ->> 'variant' = n.variant_id::text AND body ->> 'channel' = n.channel_id::text
        AND jsonb_array_length(body -> 'parts') = n.parts
        AND CASE WHEN coalesce(body ->> 'at', '') = '' THEN n.at >= given.at
            ELSE (body ->> 'at')::timestamptz = n.at END)"""

DELIVERY = r"""
-- The texts of a content in a form in which equal-looking ones are equal: letters and digits.
CREATE FUNCTION publish_keys(p_payload text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_agg(lower(regexp_replace(part, '[^[:alnum:]]+', '', 'g')))
    FROM jsonb_array_elements_text(p_payload::jsonb -> 'parts') AS part
$$;

CREATE FUNCTION publish_moves(p_from text, p_to text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT p_from = p_to OR (p_from, p_to) IN (
        ('waiting', 'sending'), ('waiting', 'held'),
        ('sending', 'waiting'), ('sending', 'sent'), ('sending', 'unknown'),
        ('sending', 'refused'), ('sending', 'held'),
        ('unknown', 'sent'), ('unknown', 'waiting'), ('unknown', 'held'),
        ('held', 'waiting'),
        ('refused', 'waiting'), ('refused', 'held'))
$$;

CREATE FUNCTION publish_delivery_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM review_approval WHERE id IN (SELECT approval_id FROM after) FOR SHARE;
    IF EXISTS (SELECT 1 FROM after WHERE state <> 'waiting') THEN
        RAISE EXCEPTION 'a delivery begins as waiting' USING ERRCODE = 'AB011';
    ELSIF EXISTS (SELECT 1 FROM after AS n WHERE NOT $approved$) THEN
        RAISE EXCEPTION 'no person has approved exactly this' USING ERRCODE = 'AB012';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER publish_delivery_begins AFTER INSERT ON publish_delivery
    REFERENCING NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION publish_delivery_begins();

CREATE FUNCTION publish_delivery_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state NOT IN ('waiting', 'held', 'refused')
        OR EXISTS (SELECT 1 FROM publish_attempt WHERE delivery_id = OLD.id)
    THEN
        RAISE EXCEPTION 'a delivery that was tried is kept' USING ERRCODE = 'AB011';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER publish_delivery_ends BEFORE DELETE ON publish_delivery
    FOR EACH ROW EXECUTE FUNCTION publish_delivery_ends();

-- Once for all rows of a statement, because workers move many at a time.
CREATE FUNCTION publish_delivery_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    fault text;
BEGIN
    PERFORM 1 FROM review_approval WHERE id IN (
        SELECT n.approval_id FROM after AS n JOIN before AS o ON o.id = n.id
        WHERE n.approval_id <> o.approval_id OR n.state = 'sending' AND o.state <> 'sending')
    FOR SHARE;
    SELECT found.fault INTO fault FROM (
        SELECT CASE
            WHEN o.id IS NULL OR (n.variant_id, n.channel_id) <> (o.variant_id, o.channel_id)
                OR NOT publish_moves(o.state, n.state) THEN 'AB011'
            WHEN differs AND (o.state NOT IN ('waiting', 'held', 'refused')
                OR n.state NOT IN ('waiting', 'held')
                OR EXISTS (SELECT 1 FROM publish_sentpart WHERE delivery_id = n.id)) THEN 'AB010'
            WHEN (differs OR n.state = 'sending' AND o.state <> 'sending')
                AND NOT $approved$ THEN 'AB012'
            WHEN o.state IN ('sending', 'unknown') AND n.state NOT IN (o.state, 'unknown')
                AND EXISTS (SELECT 1 FROM publish_attempt WHERE delivery_id = n.id
                    AND step = 'publish' AND outcome IN ('', 'unknown')) THEN 'AB011'
            WHEN n.state = 'sent' AND o.state <> 'sent' AND n.parts <>
                (SELECT count(*) FROM publish_sentpart WHERE delivery_id = n.id) THEN 'AB011'
            END AS fault
        FROM after AS n LEFT JOIN before AS o ON o.id = n.id,
            LATERAL (SELECT (n.approval_id, n.payload, n.digest, n.at, n.parts)
                IS DISTINCT FROM (o.approval_id, o.payload, o.digest, o.at, o.parts) AS differs) AS d
    ) AS found WHERE found.fault IS NOT NULL LIMIT 1;
    IF fault IS NOT NULL THEN
        RAISE EXCEPTION '%', CASE fault
            WHEN 'AB010' THEN 'what is out or on its way cannot change'
            WHEN 'AB011' THEN 'a delivery cannot make this move now'
            ELSE 'no person has approved exactly this' END USING ERRCODE = fault;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER publish_delivery_moves AFTER UPDATE ON publish_delivery
    REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION publish_delivery_moves();
"""

RECORDS = r"""
CREATE FUNCTION publish_attempt_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'attempts are kept' USING ERRCODE = 'AB011';
    END IF;
    IF (NEW.id, NEW.delivery_id, NEW.step, NEW.part, NEW.started_at)
        <> (OLD.id, OLD.delivery_id, OLD.step, OLD.part, OLD.started_at)
        OR NOT (NEW.outcome = OLD.outcome OR OLD.outcome = ''
            OR (OLD.outcome = 'unknown' AND NEW.outcome IN ('found', 'absent')))
    THEN
        RAISE EXCEPTION 'what was tried is not written anew' USING ERRCODE = 'AB011';
    END IF;
    IF NEW.outcome = 'absent' AND OLD.outcome <> 'absent' AND OLD.step = 'publish'
        AND NOT EXISTS (SELECT 1 FROM publish_attempt AS a WHERE a.delivery_id = OLD.delivery_id
            AND a.part = OLD.part AND a.step IN ('look', 'person') AND a.outcome = 'absent'
            AND a.started_at >= OLD.started_at)
    THEN
        RAISE EXCEPTION 'nobody has looked for it' USING ERRCODE = 'AB011';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER publish_attempt_kept BEFORE DELETE ON publish_attempt
    FOR EACH ROW EXECUTE FUNCTION publish_attempt_guard();
-- Closing an open attempt is what happens each time and needs no further look.
CREATE TRIGGER publish_attempt_guard BEFORE UPDATE ON publish_attempt FOR EACH ROW
    WHEN (OLD.outcome <> '' OR NEW.outcome = 'absent'
        OR (NEW.id, NEW.delivery_id, NEW.step, NEW.part, NEW.started_at)
        <> (OLD.id, OLD.delivery_id, OLD.step, OLD.part, OLD.started_at))
    EXECUTE FUNCTION publish_attempt_guard();

CREATE FUNCTION publish_sentpart_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what is on a network is kept' USING ERRCODE = 'AB011';
END $$;
CREATE TRIGGER publish_sentpart_guard BEFORE UPDATE OR DELETE ON publish_sentpart
    FOR EACH ROW EXECUTE FUNCTION publish_sentpart_guard();
"""

OUT = r"""
-- The row is locked, so that a worker either has it already or finds the edit done.
CREATE FUNCTION publish_refuse_if_out(p_variant uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    found publish_delivery;
BEGIN
    SELECT * INTO found FROM publish_delivery WHERE variant_id = p_variant FOR UPDATE;
    IF found.state IN ('sending', 'sent', 'unknown')
        OR EXISTS (SELECT 1 FROM publish_sentpart WHERE delivery_id = found.id)
    THEN
        RAISE EXCEPTION 'It is already out, or on its way. Nothing was changed.'
            USING ERRCODE = 'AB010', HINT = 'Make a new post from it.';
    END IF;
END $$;

CREATE FUNCTION publish_variant_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM publish_refuse_if_out(OLD.id);
    RETURN NEW;
END $$;
-- Named to run before the trigger that makes approvals void.
CREATE TRIGGER publish_is_out BEFORE UPDATE OF head_id, channel_id, post_id, language
    ON create_variant FOR EACH ROW
    WHEN ((OLD.head_id, OLD.channel_id, OLD.post_id, OLD.language)
        IS DISTINCT FROM (NEW.head_id, NEW.channel_id, NEW.post_id, NEW.language))
    EXECUTE FUNCTION publish_variant_guard();

CREATE FUNCTION publish_revision_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM publish_refuse_if_out(v.id) FROM create_variant AS v WHERE v.head_id = OLD.id;
    RETURN NEW;
END $$;
CREATE TRIGGER publish_is_out BEFORE UPDATE OF text, media, passages, digest
    ON create_revision FOR EACH ROW
    WHEN ((OLD.text, OLD.media, OLD.passages, OLD.digest)
        IS DISTINCT FROM (NEW.text, NEW.media, NEW.passages, NEW.digest))
    EXECUTE FUNCTION publish_revision_guard();

-- An approval of what has been sent stays as it was given.
CREATE FUNCTION publish_keep_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM publish_delivery WHERE approval_id = OLD.id AND state = 'sent') THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER publish_keep_approval BEFORE UPDATE OF voided_at ON review_approval
    FOR EACH ROW WHEN (OLD.voided_at IS NULL AND NEW.voided_at IS NOT NULL)
    EXECUTE FUNCTION publish_keep_approval();

CREATE FUNCTION publish_hold_unapproved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE publish_delivery SET state = 'held', next_at = NULL, worker = NULL,
            why = 'Its approval is void: ' || NEW.void_reason || '.'
        WHERE approval_id = NEW.id AND state = 'waiting';
    RETURN NULL;
END $$;
CREATE TRIGGER publish_hold_unapproved AFTER UPDATE OF voided_at ON review_approval
    FOR EACH ROW WHEN (OLD.voided_at IS NULL AND NEW.voided_at IS NOT NULL)
    EXECUTE FUNCTION publish_hold_unapproved();
"""

UNDO = """
DROP FUNCTION publish_hold_unapproved, publish_keep_approval, publish_revision_guard,
    publish_variant_guard, publish_refuse_if_out, publish_sentpart_guard, publish_attempt_guard,
    publish_delivery_moves, publish_delivery_ends, publish_delivery_begins,
    publish_moves, publish_keys CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("publish", "0001_initial"),
        ("review", "0002_guards"),
        ("create", "0001_initial"),
    ]
    operations = [migrations.RunSQL(DELIVERY.replace("$approved$", APPROVED) + RECORDS + OUT, UNDO)]
