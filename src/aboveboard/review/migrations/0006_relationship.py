"""Holds an approval to what somebody gave in return for the post, and the content to saying so."""

from django.db import migrations

GUARDS = r"""
-- The words that the studio puts around those of people: what is paid for opens the first part, on
-- a line of its own, and the label closes it.
CREATE OR REPLACE FUNCTION review_says(body jsonb, words text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    label text := body -> 'label' ->> 'text';
    opening text := coalesce(body -> 'label' ->> 'opening', '');
    first text := coalesce(body -> 'parts' ->> 0, '');
    rest text;
BEGIN
    IF opening <> '' AND split_part(first, E'\n', 1) = opening
        AND NOT jsonb_path_exists(body -> 'native_paid', '$.* ? (@ == true)')
    THEN
        first := substr(first, length(opening) + 1);
    END IF;
    IF label <> '' AND right(first, length(label)) = label THEN
        first := left(first, length(first) - length(label));
    ELSIF label <> '' AND body -> 'native' = '{}' THEN
        RETURN FALSE;
    END IF;
    SELECT coalesce(string_agg(part, '' ORDER BY n), '') INTO rest
        FROM jsonb_array_elements_text(body -> 'parts') WITH ORDINALITY AS p(part, n)
        WHERE n > 1;
    RETURN review_bare(first || rest) = review_bare(words);
END $$;

CREATE FUNCTION review_declares(body jsonb, relationship text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(body ->> 'relationship', 'none') = relationship
        AND (relationship = 'none'
            OR coalesce(body -> 'label' ->> 'opening', '') <> ''
                AND split_part(body -> 'parts' ->> 0, E'\n', 1) = body -> 'label' ->> 'opening'
            OR jsonb_path_exists(body -> 'native_paid', '$.* ? (@ == true)'))
$$;

CREATE FUNCTION review_approval_declares() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- The post is locked, so that a declaration of that moment is seen or finds the approval.
    PERFORM 1 FROM plan_post p JOIN create_variant v ON v.post_id = p.id
        WHERE v.id = NEW.variant_id
            AND review_declares(NEW.content::jsonb, p.relationship)
        FOR SHARE OF p;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'what was given in return for the post is not said'
            USING ERRCODE = 'AB006';
    END IF;
    RETURN NEW;
END $$;
-- Named to run after the trigger that holds the approval to the content.
CREATE TRIGGER review_declares BEFORE INSERT ON review_approval
    FOR EACH ROW EXECUTE FUNCTION review_approval_declares();

CREATE OR REPLACE FUNCTION review_void_of_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE review_approval SET voided_at = clock_timestamp(),
            void_reason = CASE
                WHEN NEW.removed_at IS NOT NULL THEN 'taken away'
                WHEN NEW.relationship <> OLD.relationship THEN 'declared otherwise'
                WHEN NEW.at IS DISTINCT FROM OLD.at THEN 'moved'
                ELSE 'renamed' END
        FROM create_variant v
        WHERE v.post_id = NEW.id AND review_approval.variant_id = v.id AND voided_at IS NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER review_void_declared AFTER UPDATE OF relationship ON plan_post
    FOR EACH ROW WHEN (OLD.relationship <> NEW.relationship)
    EXECUTE FUNCTION review_void_of_post();
"""
UNDO = """
DROP TRIGGER review_void_declared ON plan_post;
DROP TRIGGER review_declares ON review_approval;
DROP FUNCTION review_approval_declares, review_declares;
"""


class Migration(migrations.Migration):
    dependencies = [("review", "0005_media_fields"), ("plan", "0003_relationship")]
    operations = [migrations.RunSQL(GUARDS, UNDO)]
