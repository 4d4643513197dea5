"""What a suggestion was asked for, of which text it was made, and its parts."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("create", "0010_providers")]
    operations = [
        migrations.AddField(
            "suggestion", "way", models.CharField(blank=True, default="", max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            "suggestion", "task", models.CharField(blank=True, default="", max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            "suggestion", "tone", models.CharField(blank=True, default="", max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            "suggestion", "language", models.CharField(blank=True, default="", max_length=2),
            preserve_default=False,
        ),
        migrations.AddField(
            "suggestion", "from_language", models.CharField(blank=True, default="", max_length=2),
            preserve_default=False,
        ),
        migrations.AddField(
            "suggestion",
            "source",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="create.revision",
            ),
        ),
        migrations.AddField("suggestion", "result", models.JSONField(default=dict)),
        migrations.AddField("suggestion", "passages", models.JSONField(default=list)),
    ]
