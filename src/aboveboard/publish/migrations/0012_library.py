"""The database keeps in the library what an approved text or one that is out shows."""

from django.db import migrations

GUARD = r"""
-- A text's approval and what is on its way name their pictures in their content; the revisions that
-- show an asset are found by an index, so only their texts are looked at. Should an approval come in
-- the same moment, the asset's file is there all the same: what a revision names is never deleted.
CREATE FUNCTION publish_asset_bound() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    named text := '"asset":"' || OLD.id || '"';
BEGIN
    IF EXISTS (
        SELECT 1 FROM create_revision r
        WHERE r.media @> jsonb_build_array(jsonb_build_object('asset', OLD.id::text)) AND (
            EXISTS (SELECT 1 FROM review_approval a WHERE a.variant_id = r.variant_id
                AND a.voided_at IS NULL AND strpos(a.content, named) > 0)
            OR EXISTS (SELECT 1 FROM publish_delivery d WHERE d.variant_id = r.variant_id
                AND strpos(d.payload, named) > 0))
    ) THEN
        RAISE EXCEPTION 'an approved text shows this' USING ERRCODE = 'AB014';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER publish_asset_bound BEFORE UPDATE OF removed_at ON create_asset
    FOR EACH ROW WHEN (OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL)
    EXECUTE FUNCTION publish_asset_bound();
"""
UNDO = """
DROP TRIGGER publish_asset_bound ON create_asset;
DROP FUNCTION publish_asset_bound;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("publish", "0011_notices"),
        ("review", "0006_relationship"),
        ("create", "0007_library"),
    ]
    operations = [migrations.RunSQL(GUARD, UNDO)]
