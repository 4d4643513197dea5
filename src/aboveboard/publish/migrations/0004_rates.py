"""Lets the channels of one app share the wait that its network asks for."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('publish', '0003_stuck'),
    ]

    operations = [
        migrations.AddField(
            model_name='connection',
            name='rate_key',
            field=models.CharField(blank=True, db_index=True, default='', max_length=64),
        ),
    ]
