"""The database holds an approval to the very words, pictures and label, and to the present moment.

Words and pictures are those of the variant's head, and the label that its record and the policy
owe stands in it. Post, variant and revision are locked while they are compared, so that an edit
that is being made at that moment is either seen, or finds the approval and makes it void.
"""

from importlib import import_module

from django.db import migrations

# White space as Python's str.strip knows it, and dashes: parts of a thread are trimmed, and the
# lines between them are dropped.
BARE = r"""
CREATE FUNCTION review_bare(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(words,
        '[\s\-\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+',
        '', 'g')
$$;

CREATE FUNCTION review_says(body jsonb, words text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    label text := body -> 'label' ->> 'text';
    first text := coalesce(body -> 'parts' ->> 0, '');
    rest text;
BEGIN
    IF label <> '' AND body -> 'native' = '{}' THEN
        IF right(first, length(label)) <> label THEN
            RETURN FALSE;
        END IF;
        first := left(first, length(first) - length(label));
    END IF;
    SELECT coalesce(string_agg(part, '' ORDER BY n), '') INTO rest
        FROM jsonb_array_elements_text(body -> 'parts') WITH ORDINALITY AS p(part, n)
        WHERE n > 1;
    RETURN review_bare(first || rest) = review_bare(words);
END $$;

CREATE FUNCTION review_shows(body jsonb, media jsonb) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT NOT EXISTS (
        SELECT 1
        FROM jsonb_array_elements(body -> 'pictures') WITH ORDINALITY AS p(picture, n)
        FULL JOIN jsonb_array_elements(media) WITH ORDINALITY AS m(item, n) USING (n)
        LEFT JOIN create_asset a ON a.id = (m.item ->> 'asset')::uuid
        WHERE p.picture ->> 'asset' IS DISTINCT FROM m.item ->> 'asset'
            OR p.picture ->> 'alt' IS DISTINCT FROM m.item ->> 'alt'
            OR p.picture ->> 'digest' IS DISTINCT FROM a.digest)
$$;

-- Whether the label says what the record and the policy owe. The policy reaches to 50 at most.
CREATE FUNCTION review_tells(body jsonb, model_share integer, policy jsonb, media jsonb)
RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT NOT (
            model_share >= least(50, coalesce((policy ->> 'label_from')::integer, 20))
            OR EXISTS (
                SELECT 1 FROM jsonb_array_elements(media) AS m(item)
                JOIN create_asset a ON a.id = (m.item ->> 'asset')::uuid
                WHERE a.origin = 'generated'))
        OR ((body -> 'label' ->> 'ai')::boolean
            AND (body -> 'label' ->> 'text' <> '' AND body -> 'native' = '{}'
                OR jsonb_path_exists(body -> 'native', '$.* ? (@ == true)')))
$$;
"""

GUARD = r"""
CREATE OR REPLACE FUNCTION review_approval_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    body jsonb;
    allowed boolean;
    seen record;
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
        JOIN people_user u ON u.id = m.user_id AND u.is_active
        JOIN review_round r ON r.id = NEW.round_id AND r.post_id = p.id
        WHERE v.id = NEW.variant_id
            AND m.role IN ('owner', 'manager', 'approver', 'client')
            AND coalesce(b.policy -> 'approvers', '["owner", "manager", "approver"]') ? m.role;
    IF allowed IS NULL THEN
        RAISE EXCEPTION 'only a person with the right may approve' USING ERRCODE = 'AB003';
    END IF;
    body := NEW.content::jsonb;
    SELECT r.text, r.media, r.model_share, b.policy INTO seen
        FROM create_variant v
        JOIN create_revision r ON r.id = v.head_id
        JOIN plan_post p ON p.id = v.post_id
        JOIN brand_brand b ON b.id = p.brand_id
        JOIN brand_channel c ON c.id = v.channel_id
        WHERE v.id = NEW.variant_id
            AND body ->> 'variant' = v.id::text
            AND body ->> 'channel' = v.channel_id::text
            AND body ->> 'network' = c.network
            AND body ->> 'language' = v.language
            AND body ->> 'revision' = r.digest
            AND body ->> 'title' = p.title
            AND p.removed_at IS NULL
            AND nullif(body ->> 'at', '')::timestamptz IS NOT DISTINCT FROM p.at
        FOR SHARE OF p, v, r;
    IF NOT FOUND OR review_says(body, seen.text) IS NOT TRUE
        OR review_shows(body, seen.media) IS NOT TRUE
    THEN
        RAISE EXCEPTION 'the content has changed since it was shown' USING ERRCODE = 'AB004';
    END IF;
    IF review_tells(body, seen.model_share, seen.policy, seen.media) IS NOT TRUE THEN
        RAISE EXCEPTION 'the label that is owed is not there' USING ERRCODE = 'AB006';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION review_approval_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'approvals are kept' USING ERRCODE = 'AB001';
END $$;
CREATE TRIGGER review_approval_kept BEFORE DELETE ON review_approval
    FOR EACH ROW EXECUTE FUNCTION review_approval_kept();
"""

_BEFORE = import_module("aboveboard.review.migrations.0002_guards").GUARDS
UNDO = (
    _BEFORE.partition("CREATE TRIGGER")[0].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
    + """
DROP TRIGGER review_approval_kept ON review_approval;
DROP FUNCTION review_approval_kept, review_tells, review_shows, review_says, review_bare;
"""
)


class Migration(migrations.Migration):
    dependencies = [
        ("review", "0002_guards"),
        ("create", "0002_sealed"),
    ]
    operations = [migrations.RunSQL(BARE + GUARD, UNDO)]
