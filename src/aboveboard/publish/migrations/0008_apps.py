"""Keeps the apps with which a workspace signs in to networks."""

import aboveboard.kernel.ids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_first'),
        ('publish', '0007_sign_ins'),
    ]

    operations = [
        migrations.CreateModel(
            name='App',
            fields=[
                ('id', models.UUIDField(default=aboveboard.kernel.ids.new_id, primary_key=True, serialize=False)),
                ('network', models.CharField(max_length=40)),
                ('server', models.CharField(blank=True, max_length=300)),
                ('client_id', models.CharField(max_length=300)),
                ('sealed', models.BinaryField()),
                ('added_at', models.DateTimeField()),
                ('workspace', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='people.workspace')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('workspace', 'network', 'server'), name='app_once')],
            },
        ),
    ]
