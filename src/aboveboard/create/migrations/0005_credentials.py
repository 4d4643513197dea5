"""What files say of themselves, and the keys that sign what is made here."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("create", "0004_uploads"), ("people", "0002_tokens")]
    operations = [
        migrations.AddField("asset", "credential", models.JSONField(default=dict)),
        migrations.CreateModel(
            name="SigningKey",
            fields=[
                (
                    "workspace",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="people.workspace",
                    ),
                ),
                ("chain", models.TextField()),
                ("sealed_key", models.BinaryField()),
                ("is_given", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
            ],
        ),
    ]
