"""Finds the few deliveries that need a person among all that there ever were."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publish", "0002_guards")]
    operations = [
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("state__in", ["unknown", "refused", "held"])),
                fields=["channel"],
                name="delivery_stuck",
            ),
        ),
    ]
