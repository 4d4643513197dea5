"""What was made here knows what it was made of, and how."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("create", "0005_credentials")]
    operations = [
        migrations.AddField(
            "asset",
            "parts",
            models.ManyToManyField(related_name="made_from_it", to="create.asset"),
        ),
        migrations.AddField("asset", "recipe", models.JSONField(default=dict)),
    ]
