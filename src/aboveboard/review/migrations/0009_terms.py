"""Lets a label say what AI was for, and holds it to what the passages' origins tell.

A label that names less than was done would be weaker than what is owed: what stands in its
brackets is computed here from the head revision, as `create.words.origins.works` does it. Tests
hold the words to those of `disclose.rules`.
"""

from importlib import import_module

from django.db import migrations

FUNCTIONS = r"""
CREATE FUNCTION review_work(work text, language text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT words FROM (VALUES
        ('drafting', 'en', 'drafting'), ('drafting', 'nl', 'concept'),
        ('drafting', 'fr', 'rédaction'), ('drafting', 'de', 'Entwurf'),
        ('drafting', 'hu', 'fogalmazás'),
        ('rewording', 'en', 'rewording'), ('rewording', 'nl', 'herformulering'),
        ('rewording', 'fr', 'reformulation'), ('rewording', 'de', 'Neufassung'),
        ('rewording', 'hu', 'átfogalmazás'),
        ('shortening', 'en', 'shortening'), ('shortening', 'nl', 'inkorting'),
        ('shortening', 'fr', 'abrègement'), ('shortening', 'de', 'Kürzung'),
        ('shortening', 'hu', 'rövidítés'),
        ('translation', 'en', 'translation'), ('translation', 'nl', 'vertaling'),
        ('translation', 'fr', 'traduction'), ('translation', 'de', 'Übersetzung'),
        ('translation', 'hu', 'fordítás'),
        ('proofreading', 'en', 'proofreading'), ('proofreading', 'nl', 'correctie'),
        ('proofreading', 'fr', 'correction'), ('proofreading', 'de', 'Korrektur'),
        ('proofreading', 'hu', 'javítás')) AS t(w, l, words)
    WHERE w = work AND l = language
$$;

-- What models did for a text, in the order in which it is told; none where of some of their words
-- that is not known.
CREATE FUNCTION review_works(passages jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH theirs AS (
        SELECT coalesce(p -> 'origin' -> 'works', '[]') AS works
        FROM jsonb_array_elements(passages) AS p WHERE p -> 'origin' ->> 'kind' = 'model'),
    known AS (
        SELECT array_position(
            ARRAY['drafting', 'rewording', 'shortening', 'translation', 'proofreading'], w) AS n, w
        FROM theirs, jsonb_array_elements_text(works) AS w)
    SELECT CASE
        WHEN EXISTS (SELECT FROM theirs WHERE jsonb_array_length(works) = 0)
            OR EXISTS (SELECT FROM known WHERE n IS NULL) THEN '{}'
        ELSE (SELECT coalesce(array_agg(w ORDER BY n), '{}')
            FROM (SELECT DISTINCT n, w FROM known) AS each)
    END
$$;

CREATE FUNCTION review_words(kind text, language text, works text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN cardinality(works) BETWEEN 1 AND 2 THEN regexp_replace(
            review_words(kind, language), ',',
            ' (' || (SELECT string_agg(review_work(w, language), ', ' ORDER BY n)
                FROM unnest(works) WITH ORDINALITY AS each(w, n)) || '),')
        ELSE review_words(kind, language)
    END
$$;

DROP FUNCTION review_owed(jsonb, integer, integer, boolean);
CREATE FUNCTION review_owed(
    body jsonb, model_share integer, label_from integer, pictured boolean, works text[])
RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN model_share >= 90 THEN
            body -> 'label' ->> 'kind' = 'generated'
            AND body -> 'label' ->> 'text'
                = review_words('generated', body ->> 'language', works)
        WHEN model_share >= label_from THEN
            body -> 'label' ->> 'kind' = 'partly'
            AND body -> 'label' ->> 'text' = concat_ws('. ',
                review_words('partly', body ->> 'language', works),
                CASE WHEN pictured THEN review_words('picture', body ->> 'language') END)
        ELSE right(body -> 'label' ->> 'text',
                length(review_words('picture', body ->> 'language')))
            = review_words('picture', body ->> 'language')
    END
$$;

-- `body` is of the variant that it names; who calls this has seen to that, and holds its rows.
CREATE OR REPLACE FUNCTION review_tells(
    body jsonb, model_share integer, policy jsonb, media jsonb)
RETURNS boolean
LANGUAGE sql STABLE AS $$
    WITH told AS (
        SELECT least(50, coalesce((policy ->> 'label_from')::integer, 20)) AS label_from,
            EXISTS (
                SELECT 1 FROM jsonb_array_elements(media) AS m(item)
                JOIN create_asset a ON a.id = (m.item ->> 'asset')::uuid
                WHERE a.origin = 'generated') AS pictured,
            (SELECT review_works(r.passages)
                FROM create_variant v JOIN create_revision r ON r.id = v.head_id
                WHERE v.id = (body ->> 'variant')::uuid) AS works)
    SELECT NOT (model_share >= label_from OR pictured)
        OR ((body -> 'label' ->> 'ai')::boolean
            AND review_owed(body, model_share, label_from, pictured, works)
            AND (right(body -> 'parts' ->> 0, length(body -> 'label' ->> 'text'))
                        = body -> 'label' ->> 'text'
                OR jsonb_path_exists(body -> 'native', '$.* ? (@ == true)')))
    FROM told
$$;
"""

_BEFORE = import_module("aboveboard.review.migrations.0008_disclose").FUNCTIONS
UNDO = (
    "DROP FUNCTION review_owed(jsonb, integer, integer, boolean, text[]);\n"
    "DROP FUNCTION review_words(text, text, text[]);\n"
    "DROP FUNCTION review_works(jsonb);\n"
    "DROP FUNCTION review_work(text, text);\n"
    + _BEFORE[_BEFORE.index("CREATE FUNCTION review_owed") :]
)


class Migration(migrations.Migration):
    dependencies = [("review", "0008_disclose"), ("create", "0015_terms")]
    operations = [migrations.RunSQL(FUNCTIONS, UNDO)]
