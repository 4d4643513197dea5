"""Keeps when a sign-in ends, when that was last looked at, and when people were told."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('publish', '0006_due_scan'),
    ]

    operations = [
        migrations.AddField(
            model_name='connection',
            name='expires_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='connection',
            name='looked_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='connection',
            name='warned_at',
            field=models.DateTimeField(null=True),
        ),
    ]
