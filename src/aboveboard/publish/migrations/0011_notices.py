"""Of which deliveries people were told that they need somebody."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publish", "0010_renewing")]
    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "delivery",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="publish.delivery",
                    ),
                ),
                ("state", models.CharField(max_length=8)),
                ("why", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
