"""Finds the rounds that wait for somebody among all that there ever were."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plan', '0002_by_program'),
        ('review', '0003_whole_content'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='round',
            index=models.Index(condition=models.Q(('state__in', ['open', 'sent_back'])), fields=['state', 'post'], name='round_waiting'),
        ),
    ]
