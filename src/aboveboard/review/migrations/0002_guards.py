"""The database itself holds that an approval is a person's, exact, and void after an edit."""

from django.db import migrations

GUARDS = """
CREATE FUNCTION review_approval_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    body jsonb;
    allowed boolean;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.voided_at IS NOT NULL
            OR NEW.voided_at IS NULL
            OR (NEW.id, NEW.round_id, NEW.variant_id, NEW.content, NEW.digest, NEW.by_id, NEW.at)
                IS DISTINCT FROM
               (OLD.id, OLD.round_id, OLD.variant_id, OLD.content, OLD.digest, OLD.by_id, OLD.at)
        THEN
            RAISE EXCEPTION 'an approval can only be made void' USING ERRCODE = 'AB001';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.digest <> encode(sha256(convert_to(NEW.content, 'UTF8')), 'hex') THEN
        RAISE EXCEPTION 'the approval does not bind this content' USING ERRCODE = 'AB002';
    END IF;
    SELECT TRUE INTO allowed
        FROM create_variant v
        JOIN plan_post p ON p.id = v.post_id
        JOIN brand_brand b ON b.id = p.brand_id
        JOIN people_membership m ON m.workspace_id = b.workspace_id AND m.user_id = NEW.by_id
        WHERE v.id = NEW.variant_id
            AND m.role IN ('owner', 'manager', 'approver', 'client')
            AND coalesce(b.policy -> 'approvers', '["owner", "manager", "approver"]') ? m.role;
    IF allowed IS NULL THEN
        RAISE EXCEPTION 'only a person with the right may approve' USING ERRCODE = 'AB003';
    END IF;
    body := NEW.content::jsonb;
    PERFORM 1
        FROM create_variant v
        JOIN create_revision r ON r.id = v.head_id
        JOIN plan_post p ON p.id = v.post_id
        WHERE v.id = NEW.variant_id
            AND body ->> 'variant' = v.id::text
            AND body ->> 'channel' = v.channel_id::text
            AND body ->> 'revision' = r.digest
            AND body ->> 'title' = p.title
            AND p.removed_at IS NULL
            AND nullif(body ->> 'at', '')::timestamptz IS NOT DISTINCT FROM p.at;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the content has changed since it was shown' USING ERRCODE = 'AB004';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER review_approval_guard BEFORE INSERT OR UPDATE ON review_approval
    FOR EACH ROW EXECUTE FUNCTION review_approval_guard();

CREATE FUNCTION review_void_of_variant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE review_approval SET voided_at = clock_timestamp(), void_reason = 'edited'
        WHERE variant_id = NEW.id AND voided_at IS NULL;
    RETURN NEW;
END $$;

CREATE TRIGGER review_void AFTER UPDATE OF head_id, channel_id, post_id, language ON create_variant
    FOR EACH ROW
    WHEN ((OLD.head_id, OLD.channel_id, OLD.post_id, OLD.language)
        IS DISTINCT FROM (NEW.head_id, NEW.channel_id, NEW.post_id, NEW.language))
    EXECUTE FUNCTION review_void_of_variant();

CREATE FUNCTION review_void_of_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE review_approval SET voided_at = clock_timestamp(), void_reason = 'edited'
        FROM create_variant v
        WHERE v.head_id = NEW.id AND review_approval.variant_id = v.id AND voided_at IS NULL;
    RETURN NEW;
END $$;

CREATE TRIGGER review_void AFTER UPDATE OF text, media, passages, digest ON create_revision
    FOR EACH ROW
    WHEN ((OLD.text, OLD.media, OLD.passages, OLD.digest)
        IS DISTINCT FROM (NEW.text, NEW.media, NEW.passages, NEW.digest))
    EXECUTE FUNCTION review_void_of_revision();

CREATE FUNCTION review_void_of_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE review_approval SET voided_at = clock_timestamp(),
            void_reason = CASE
                WHEN NEW.removed_at IS NOT NULL THEN 'taken away'
                WHEN NEW.at IS DISTINCT FROM OLD.at THEN 'moved'
                ELSE 'renamed' END
        FROM create_variant v
        WHERE v.post_id = NEW.id AND review_approval.variant_id = v.id AND voided_at IS NULL;
    RETURN NEW;
END $$;

CREATE TRIGGER review_void AFTER UPDATE OF at, title, removed_at ON plan_post
    FOR EACH ROW
    WHEN ((OLD.at, OLD.title, OLD.removed_at) IS DISTINCT FROM (NEW.at, NEW.title, NEW.removed_at))
    EXECUTE FUNCTION review_void_of_post();
"""

UNDO = """
DROP TRIGGER review_void ON plan_post;
DROP TRIGGER review_void ON create_revision;
DROP TRIGGER review_void ON create_variant;
DROP TRIGGER review_approval_guard ON review_approval;
DROP FUNCTION review_void_of_post, review_void_of_revision, review_void_of_variant,
    review_approval_guard;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("review", "0001_initial"),
        ("create", "0001_initial"),
        ("plan", "0001_initial"),
        ("brand", "0001_initial"),
        ("people", "0001_first"),
    ]
    operations = [migrations.RunSQL(GUARDS, UNDO)]
