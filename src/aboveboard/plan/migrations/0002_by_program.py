"""Notes on a brief whether a program had a hand in it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plan", "0001_initial")]
    operations = [
        migrations.AddField("brief", "by_program", models.BooleanField(default=False)),
    ]
