"""What somebody gave in return for a post."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plan", "0002_by_program")]
    operations = [
        migrations.AddField(
            "post", "relationship", models.CharField(default="none", max_length=10)
        ),
    ]
