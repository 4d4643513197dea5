"""Asking a model for ideas."""

import aboveboard.kernel.ids
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('brand', '0002_uploads'),
        ('plan', '0003_relationship'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Search',
            fields=[
                ('id', models.UUIDField(default=aboveboard.kernel.ids.new_id, primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=2)),
                ('count', models.SmallIntegerField()),
                ('provider', models.CharField(max_length=80)),
                ('model', models.CharField(max_length=160)),
                ('state', models.CharField(default='asked', max_length=8)),
                ('why', models.TextField(blank=True)),
                ('found', models.SmallIntegerField(default=0)),
                ('invented', models.SmallIntegerField(default=0)),
                ('doubles', models.SmallIntegerField(default=0)),
                ('asked_at', models.DateTimeField()),
                ('at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
                ('brand', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='searches', to='brand.brand')),
                ('campaign', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to='plan.campaign')),
            ],
        ),
    ]
