"""The database lets no approval past a no, nor past a request or a yes that was taken back.

A round that ended so stays as it is, takes no approval, and the next one has to be asked for. Which
rounds were asked for is kept from now on; of those before, one that an approval opened by itself
was decided a moment before it was entered.
"""

from django.db import migrations, models

GUARD = """
UPDATE review_round SET was_asked = FALSE WHERE state = 'approved' AND decided_at < asked_at;
UPDATE review_round r SET state = 'withdrawn'
    WHERE r.state = 'approved'
        AND NOT EXISTS (SELECT 1 FROM review_round later
            WHERE later.post_id = r.post_id AND later.number > r.number)
        AND EXISTS (SELECT 1 FROM review_approval a
            WHERE a.round_id = r.id AND a.void_reason = 'withdrawn')
        AND NOT EXISTS (SELECT 1 FROM review_approval a JOIN create_variant v ON v.id = a.variant_id
            WHERE v.post_id = r.post_id AND a.voided_at IS NULL);

CREATE FUNCTION review_round_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a round that ended with a no stays so' USING ERRCODE = 'AB007';
END $$;
CREATE TRIGGER review_round_kept BEFORE UPDATE OF state ON review_round
    FOR EACH ROW
    WHEN (OLD.state IN ('sent_back', 'closed', 'withdrawn') AND NEW.state <> OLD.state)
    EXECUTE FUNCTION review_round_kept();

CREATE FUNCTION review_round_asked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT state FROM review_round WHERE post_id = NEW.post_id ORDER BY number DESC LIMIT 1)
        IN ('sent_back', 'closed', 'withdrawn')
    THEN
        RAISE EXCEPTION 'somebody has to ask again' USING ERRCODE = 'AB007';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER review_round_asked BEFORE INSERT ON review_round
    FOR EACH ROW WHEN (NOT NEW.was_asked) EXECUTE FUNCTION review_round_asked();

CREATE FUNCTION review_approval_in_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM review_round r
        WHERE r.id = NEW.round_id AND r.state IN ('open', 'approved')
            AND NOT EXISTS (SELECT 1 FROM review_round later
                WHERE later.post_id = r.post_id AND later.number > r.number)
        FOR SHARE OF r;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this round takes no approval' USING ERRCODE = 'AB007';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER review_approval_in_round BEFORE INSERT ON review_approval
    FOR EACH ROW EXECUTE FUNCTION review_approval_in_round();
"""

UNDO = """
DROP TRIGGER review_approval_in_round ON review_approval;
DROP TRIGGER review_round_asked ON review_round;
DROP TRIGGER review_round_kept ON review_round;
DROP FUNCTION review_approval_in_round, review_round_asked, review_round_kept;
UPDATE review_round SET state = 'approved' WHERE state = 'withdrawn';
"""


class Migration(migrations.Migration):
    dependencies = [("review", "0009_terms")]
    operations = [
        migrations.AddField(
            model_name="round",
            name="was_asked",
            field=models.BooleanField(db_default=True, default=True),
        ),
        migrations.RunSQL(GUARD, UNDO),
    ]
