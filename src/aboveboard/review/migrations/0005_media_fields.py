"""Holds a label to the words also where a network has a field, but one that speaks of media alone.

Until now a network's own field always took the place of the label's words. Where the field says
something of pictures and videos only, AI-written words keep their label in the text.
"""

from django.db import migrations

FUNCTIONS = r"""
CREATE OR REPLACE FUNCTION review_says(body jsonb, words text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    label text := body -> 'label' ->> 'text';
    first text := coalesce(body -> 'parts' ->> 0, '');
    rest text;
BEGIN
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

CREATE OR REPLACE FUNCTION review_tells(
    body jsonb, model_share integer, policy jsonb, media jsonb)
RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT NOT (
            model_share >= least(50, coalesce((policy ->> 'label_from')::integer, 20))
            OR EXISTS (
                SELECT 1 FROM jsonb_array_elements(media) AS m(item)
                JOIN create_asset a ON a.id = (m.item ->> 'asset')::uuid
                WHERE a.origin = 'generated'))
        OR ((body -> 'label' ->> 'ai')::boolean
            AND (body -> 'label' ->> 'text' <> ''
                    AND right(body -> 'parts' ->> 0, length(body -> 'label' ->> 'text'))
                        = body -> 'label' ->> 'text'
                OR jsonb_path_exists(body -> 'native', '$.* ? (@ == true)')))
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("review", "0004_waiting")]
    operations = [migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop)]
