"""Holds an approval to the words on a link's card, as to its picture."""

from django.db import migrations

SHOWS = r"""
CREATE OR REPLACE FUNCTION review_shows(body jsonb, media jsonb) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT NOT EXISTS (
        SELECT 1
        FROM jsonb_array_elements(body -> 'pictures') WITH ORDINALITY AS p(picture, n)
        FULL JOIN jsonb_array_elements(media) WITH ORDINALITY AS m(item, n) USING (n)
        LEFT JOIN create_asset a ON a.id = (m.item ->> 'asset')::uuid
        WHERE p.picture ->> 'asset' IS DISTINCT FROM m.item ->> 'asset'
            OR p.picture ->> 'alt' IS DISTINCT FROM m.item ->> 'alt'
            OR p.picture ->> 'digest' IS DISTINCT FROM a.digest
            OR nullif(p.picture -> 'link', 'null') IS DISTINCT FROM m.item -> 'link')
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("review", "0006_relationship")]
    operations = [migrations.RunSQL(SHOWS, migrations.RunSQL.noop)]
