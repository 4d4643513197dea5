"""Keeps changes of what is out, and holds that a person with the right approved exactly them."""

import aboveboard.kernel.ids
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


GUARD = r"""
CREATE FUNCTION publish_amendment_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'changes of what is out are kept' USING ERRCODE = 'AB011';
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'asked' OR NEW.approved_at IS NOT NULL
            OR NEW.digest <> encode(sha256(convert_to(NEW.payload, 'UTF8')), 'hex')
            OR NEW.payload::jsonb ->> 'delivery' <> NEW.delivery_id::text
            OR NEW.payload::jsonb ->> 'kind' <> NEW.kind
            OR NOT EXISTS (SELECT 1 FROM publish_delivery
                WHERE id = NEW.delivery_id AND state = 'sent')
        THEN
            RAISE EXCEPTION 'a change begins as asked, of what is out' USING ERRCODE = 'AB011';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.id, NEW.delivery_id, NEW.kind, NEW.payload, NEW.digest, NEW.asked_at)
            IS DISTINCT FROM
            (OLD.id, OLD.delivery_id, OLD.kind, OLD.payload, OLD.digest, OLD.asked_at)
        OR OLD.approved_at IS NOT NULL
            AND (NEW.approved_by_id, NEW.approved_at)
                IS DISTINCT FROM (OLD.approved_by_id, OLD.approved_at)
        OR NOT (NEW.state = OLD.state OR (OLD.state, NEW.state) IN (
            ('asked', 'approved'), ('asked', 'withdrawn'),
            ('approved', 'done'), ('approved', 'failed')))
    THEN
        RAISE EXCEPTION 'a change is not written anew' USING ERRCODE = 'AB011';
    END IF;
    IF NEW.state = 'approved' AND OLD.state = 'asked' AND NOT EXISTS (
        SELECT 1 FROM publish_delivery d
        JOIN brand_channel c ON c.id = d.channel_id
        JOIN brand_brand b ON b.id = c.brand_id
        JOIN people_membership m ON m.workspace_id = b.workspace_id
            AND m.user_id = NEW.approved_by_id
        JOIN people_user u ON u.id = m.user_id AND u.is_active
        WHERE d.id = NEW.delivery_id AND NEW.approved_at IS NOT NULL
            AND m.role IN ('owner', 'manager', 'approver', 'client')
            AND coalesce(b.policy -> 'approvers', '["owner", "manager", "approver"]') ? m.role)
    THEN
        RAISE EXCEPTION 'no person has approved exactly this' USING ERRCODE = 'AB012';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER publish_amendment_guard BEFORE INSERT OR UPDATE OR DELETE ON publish_amendment
    FOR EACH ROW EXECUTE FUNCTION publish_amendment_guard();
"""
UNDO = "DROP FUNCTION publish_amendment_guard CASCADE"


class Migration(migrations.Migration):

    dependencies = [
        ('publish', '0004_rates'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.UUIDField(default=aboveboard.kernel.ids.new_id, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=8)),
                ('payload', models.TextField()),
                ('digest', models.CharField(max_length=64)),
                ('reason', models.TextField(blank=True)),
                ('asked_at', models.DateTimeField()),
                ('approved_at', models.DateTimeField(null=True)),
                ('state', models.CharField(default='asked', max_length=10)),
                ('why', models.TextField(blank=True, default='')),
                ('next_at', models.DateTimeField(null=True)),
                ('next_part', models.SmallIntegerField(default=0)),
                ('tries', models.SmallIntegerField(default=0)),
                ('done_at', models.DateTimeField(null=True)),
                ('approved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='publish.delivery')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('state', 'approved')), fields=['next_at'], name='amendment_due')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['asked', 'approved'])), fields=('delivery',), name='one_open_amendment')],
            },
        ),
        migrations.RunSQL(GUARD, UNDO),
    ]
