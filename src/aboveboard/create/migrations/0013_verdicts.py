"""What the fact lock said of answers stands with each call; a provider's own counts go."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("create", "0012_voice")]
    operations = [
        migrations.RemoveField("provider", "answered"),
        migrations.RemoveField("provider", "refused"),
    ]
