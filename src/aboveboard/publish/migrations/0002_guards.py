"""The database itself holds that nothing goes out unapproved, twice, or is falsely called sent.

- A delivery carries exactly what its approval binds, for the same variant, channel and time.
- It moves only as `publish.rules.MOVES` says. It leaves `sending` or `unknown` for anything but
  `unknown` only when no request of it is open or unknown; it is `sent` only with every part.
- Attempts are kept; an unknown one is settled only after a look or by a person.
- What is out, or may be, is not edited any more.
"""

from django.db import migrations

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

-- Raises AB012 unless the delivery carries exactly what a valid approval binds.
CREATE FUNCTION publish_must_be_approved(d publish_delivery) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    body jsonb := d.payload::jsonb;
    given review_approval;
BEGIN
    SELECT * INTO given FROM review_approval WHERE id = d.approval_id FOR SHARE;
    IF given.id IS NULL OR given.voided_at IS NOT NULL OR given.variant_id <> d.variant_id
        OR given.digest <> d.digest OR given.content <> d.payload
        OR d.digest <> encode(sha256(convert_to(d.payload, 'UTF8')), 'hex')
    THEN
        RAISE EXCEPTION 'no person has approved exactly this' USING ERRCODE = 'AB012';
    END IF;
    IF body ->> 'variant' IS DISTINCT FROM d.variant_id::text
        OR body ->> 'channel' IS DISTINCT FROM d.channel_id::text
        OR jsonb_array_length(body -> 'parts') <> d.parts
        OR coalesce(body ->> 'at', '') = '' AND d.at < given.at
        OR nullif(body ->> 'at', '')::timestamptz <> d.at
    THEN
        RAISE EXCEPTION 'the delivery does not agree with its content' USING ERRCODE = 'AB012';
    END IF;
END $$;

CREATE FUNCTION publish_delivery_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.state NOT IN ('waiting', 'held', 'refused')
            OR EXISTS (SELECT 1 FROM publish_attempt WHERE delivery_id = OLD.id)
        THEN
            RAISE EXCEPTION 'a delivery that was tried is kept' USING ERRCODE = 'AB011';
        END IF;
        RETURN OLD;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'waiting' THEN
            RAISE EXCEPTION 'a delivery begins as waiting' USING ERRCODE = 'AB011';
        END IF;
        PERFORM publish_must_be_approved(NEW);
        RETURN NEW;
    END IF;
    IF (NEW.id, NEW.variant_id, NEW.channel_id) <> (OLD.id, OLD.variant_id, OLD.channel_id)
        OR NOT publish_moves(OLD.state, NEW.state)
    THEN
        RAISE EXCEPTION 'a delivery cannot go from % to %', OLD.state, NEW.state
            USING ERRCODE = 'AB011';
    END IF;
    IF (NEW.approval_id, NEW.payload, NEW.digest, NEW.at, NEW.parts)
        <> (OLD.approval_id, OLD.payload, OLD.digest, OLD.at, OLD.parts)
    THEN
        IF OLD.state NOT IN ('waiting', 'held', 'refused') OR NEW.state NOT IN ('waiting', 'held')
            OR EXISTS (SELECT 1 FROM publish_sentpart WHERE delivery_id = NEW.id)
        THEN
            RAISE EXCEPTION 'what is out or on its way cannot change' USING ERRCODE = 'AB010';
        END IF;
        PERFORM publish_must_be_approved(NEW);
    ELSIF NEW.state = 'sending' AND OLD.state <> 'sending' THEN
        PERFORM publish_must_be_approved(NEW);
    END IF;
    IF OLD.state IN ('sending', 'unknown') AND NEW.state NOT IN (OLD.state, 'unknown')
        AND EXISTS (SELECT 1 FROM publish_attempt WHERE delivery_id = NEW.id
            AND step = 'publish' AND outcome IN ('', 'unknown'))
    THEN
        RAISE EXCEPTION 'nobody knows yet what became of a request' USING ERRCODE = 'AB011';
    END IF;
    IF NEW.state = 'sent' AND OLD.state <> 'sent' AND NEW.parts <>
        (SELECT count(*) FROM publish_sentpart WHERE delivery_id = NEW.id)
    THEN
        RAISE EXCEPTION 'not every part is on the network' USING ERRCODE = 'AB011';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER publish_delivery_guard BEFORE INSERT OR DELETE ON publish_delivery
    FOR EACH ROW EXECUTE FUNCTION publish_delivery_guard();
CREATE TRIGGER publish_delivery_moves BEFORE UPDATE ON publish_delivery
    FOR EACH ROW WHEN (
        (OLD.id, OLD.variant_id, OLD.channel_id, OLD.state, OLD.approval_id, OLD.payload,
            OLD.digest, OLD.at, OLD.parts)
        IS DISTINCT FROM
        (NEW.id, NEW.variant_id, NEW.channel_id, NEW.state, NEW.approval_id, NEW.payload,
            NEW.digest, NEW.at, NEW.parts))
    EXECUTE FUNCTION publish_delivery_guard();
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
CREATE TRIGGER publish_attempt_guard BEFORE UPDATE OR DELETE ON publish_attempt
    FOR EACH ROW EXECUTE FUNCTION publish_attempt_guard();

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
    publish_delivery_guard, publish_must_be_approved, publish_moves, publish_keys CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("publish", "0001_initial"),
        ("review", "0002_guards"),
        ("create", "0001_initial"),
    ]
    operations = [migrations.RunSQL(DELIVERY + RECORDS + OUT, UNDO)]
