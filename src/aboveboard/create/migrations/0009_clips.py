"""Clips that people ask for."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import aboveboard.kernel.ids


class Migration(migrations.Migration):
    dependencies = [
        ("create", "0008_fit"),
        ("brand", "0002_uploads"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="Clip",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=aboveboard.kernel.ids.new_id, primary_key=True, serialize=False
                    ),
                ),
                ("by_program", models.CharField(blank=True, max_length=200)),
                ("wanted", models.JSONField(default=dict)),
                ("state", models.CharField(default="asked", max_length=12)),
                ("stage", models.CharField(blank=True, max_length=12)),
                ("done", models.SmallIntegerField(default=0)),
                ("tries", models.SmallIntegerField(default=0)),
                ("why", models.TextField(blank=True)),
                ("made", models.JSONField(default=dict)),
                ("asked_at", models.DateTimeField()),
                ("at", models.DateTimeField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asset",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="create.asset",
                    ),
                ),
                (
                    "brand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="brand.brand",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="clips",
                        to="create.asset",
                    ),
                ),
            ],
        ),
    ]
