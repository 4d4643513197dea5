"""Keeps what was sent out of the index that a look for what is due might take."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('brand', '0002_uploads'),
        ('create', '0003_video'),
        ('publish', '0005_amendments'),
        ('review', '0004_waiting'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='delivery',
            name='delivery_of_channel',
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('state', 'sent')), fields=['channel', 'sent_at'], name='delivery_sent'),
        ),
    ]
