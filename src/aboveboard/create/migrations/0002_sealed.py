"""The database holds that a sealed revision keeps its words, pictures and number."""

from django.db import migrations

GUARD = """
CREATE FUNCTION create_revision_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a sealed revision does not change' USING ERRCODE = 'AB005';
END $$;

-- Named to run after publish_is_out, whose word tells more.
CREATE TRIGGER sealed_revision BEFORE UPDATE ON create_revision
    FOR EACH ROW
    WHEN (OLD.sealed AND
        (OLD.variant_id, OLD.number, OLD.text, OLD.passages, OLD.media, OLD.digest, OLD.sealed,
            OLD.people_share, OLD.model_share, OLD.pasted_share, OLD.template_share,
            OLD.actor_kind, OLD.what, OLD.at)
        IS DISTINCT FROM
        (NEW.variant_id, NEW.number, NEW.text, NEW.passages, NEW.media, NEW.digest, NEW.sealed,
            NEW.people_share, NEW.model_share, NEW.pasted_share, NEW.template_share,
            NEW.actor_kind, NEW.what, NEW.at))
    EXECUTE FUNCTION create_revision_sealed();
"""

UNDO = """
DROP TRIGGER sealed_revision ON create_revision;
DROP FUNCTION create_revision_sealed;
"""


class Migration(migrations.Migration):
    dependencies = [("create", "0001_initial")]
    operations = [migrations.RunSQL(GUARD, UNDO)]
