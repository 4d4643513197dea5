"""Keeps how long a video plays, and sizes beyond two gigabytes."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('create', '0002_sealed'),
    ]

    operations = [
        migrations.AddField(
            model_name='asset',
            name='seconds',
            field=models.FloatField(default=0),
        ),
        migrations.AlterField(
            model_name='asset',
            name='size',
            field=models.BigIntegerField(),
        ),
    ]
