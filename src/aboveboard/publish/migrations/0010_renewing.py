"""One at a time renews a channel's secrets."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publish", "0009_leaving")]
    operations = [
        migrations.AddField(
            "connection", "renewing_until", models.DateTimeField(null=True)
        ),
    ]
