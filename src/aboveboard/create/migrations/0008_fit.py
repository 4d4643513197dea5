"""What matters in a picture, found once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("create", "0007_library"),)

    operations = (
        migrations.AddField("asset", "focus", models.JSONField(default=dict)),
    )
