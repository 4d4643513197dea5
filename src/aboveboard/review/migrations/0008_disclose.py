"""Holds the words of a label to those that say what a model did, in the post's language.

Until now the database saw that a label stood on the post, not what it said: whoever wrote rows
past the studio could have had “Written by people” approved for a model's words. A test holds the
words here to those of `disclose.rules`.
"""

from django.db import migrations

FUNCTIONS = r"""
CREATE FUNCTION review_words(kind text, language text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT words FROM (VALUES
        ('partly', 'en', 'Partly made with AI, approved by a person'),
        ('partly', 'nl', 'Deels gemaakt met AI, goedgekeurd door een mens'),
        ('partly', 'fr', 'Créé en partie avec une IA, approuvé par une personne'),
        ('partly', 'de', 'Teilweise mit KI erstellt, von einem Menschen freigegeben'),
        ('partly', 'hu', 'Részben MI-vel készült, ember hagyta jóvá'),
        ('generated', 'en', 'Made with AI, approved by a person'),
        ('generated', 'nl', 'Gemaakt met AI, goedgekeurd door een mens'),
        ('generated', 'fr', 'Créé avec une IA, approuvé par une personne'),
        ('generated', 'de', 'Mit KI erstellt, von einem Menschen freigegeben'),
        ('generated', 'hu', 'MI-vel készült, ember hagyta jóvá'),
        ('picture', 'en', 'Picture made with AI'),
        ('picture', 'nl', 'Beeld gemaakt met AI'),
        ('picture', 'fr', 'Image créée avec une IA'),
        ('picture', 'de', 'Bild mit KI erstellt'),
        ('picture', 'hu', 'A kép MI-vel készült')) AS t(k, l, words)
    WHERE k = kind AND l = language
$$;

CREATE FUNCTION review_owed(body jsonb, model_share integer, label_from integer, pictured boolean)
RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN model_share >= 90 THEN
            body -> 'label' ->> 'kind' = 'generated'
            AND body -> 'label' ->> 'text' = review_words('generated', body ->> 'language')
        WHEN model_share >= label_from THEN
            body -> 'label' ->> 'kind' = 'partly'
            AND body -> 'label' ->> 'text' = concat_ws('. ',
                review_words('partly', body ->> 'language'),
                CASE WHEN pictured THEN review_words('picture', body ->> 'language') END)
        ELSE right(body -> 'label' ->> 'text',
                length(review_words('picture', body ->> 'language')))
            = review_words('picture', body ->> 'language')
    END
$$;

CREATE OR REPLACE FUNCTION review_tells(
    body jsonb, model_share integer, policy jsonb, media jsonb)
RETURNS boolean
LANGUAGE sql STABLE AS $$
    WITH told AS (
        SELECT least(50, coalesce((policy ->> 'label_from')::integer, 20)) AS label_from,
            EXISTS (
                SELECT 1 FROM jsonb_array_elements(media) AS m(item)
                JOIN create_asset a ON a.id = (m.item ->> 'asset')::uuid
                WHERE a.origin = 'generated') AS pictured)
    SELECT NOT (model_share >= label_from OR pictured)
        OR ((body -> 'label' ->> 'ai')::boolean
            AND review_owed(body, model_share, label_from, pictured)
            AND (right(body -> 'parts' ->> 0, length(body -> 'label' ->> 'text'))
                        = body -> 'label' ->> 'text'
                OR jsonb_path_exists(body -> 'native', '$.* ? (@ == true)')))
    FROM told
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("review", "0007_link_cards"), ("create", "0014_disclose")]
    operations = [migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop)]
