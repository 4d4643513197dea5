"""Ideas, questions of the audience, and the days that a brand keeps."""

import aboveboard.kernel.ids
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('brand', '0002_uploads'),
        ('plan', '0003_relationship'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Idea',
            fields=[
                ('id', models.UUIDField(default=aboveboard.kernel.ids.new_id, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=160)),
                ('parts', models.JSONField(default=list)),
                ('language', models.CharField(default='en', max_length=2)),
                ('why', models.JSONField(default=list)),
                ('kind', models.CharField(max_length=12)),
                ('day', models.DateField(null=True)),
                ('state', models.CharField(default='new', max_length=5)),
                ('origin', models.CharField(max_length=6)),
                ('by', models.CharField(blank=True, max_length=160)),
                ('created_at', models.DateTimeField()),
                ('brand', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ideas', to='brand.brand')),
                ('campaign', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to='plan.campaign')),
                ('channel', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to='brand.channel')),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddField(
            model_name='brief',
            name='idea',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='briefs', to='plan.idea'),
        ),
        migrations.CreateModel(
            name='Occasion',
            fields=[
                ('id', models.UUIDField(default=aboveboard.kernel.ids.new_id, primary_key=True, serialize=False)),
                ('key', models.CharField(blank=True, max_length=60)),
                ('chosen', models.BooleanField(default=True)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('month', models.SmallIntegerField(null=True)),
                ('number', models.SmallIntegerField(null=True)),
                ('year', models.SmallIntegerField(null=True)),
                ('quiet', models.BooleanField(default=False)),
                ('brand', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='occasions', to='brand.brand')),
            ],
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.UUIDField(default=aboveboard.kernel.ids.new_id, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=300)),
                ('place', models.CharField(blank=True, max_length=160)),
                ('language', models.CharField(default='en', max_length=2)),
                ('key', models.CharField(max_length=200, null=True)),
                ('at', models.DateTimeField()),
                ('brand', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='brand.brand')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddIndex(
            model_name='idea',
            index=models.Index(fields=['brand', 'state'], name='idea_by_state'),
        ),
        migrations.AddConstraint(
            model_name='occasion',
            constraint=models.UniqueConstraint(condition=models.Q(('key', ''), _negated=True), fields=('brand', 'key'), name='occasion_once'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.UniqueConstraint(fields=('brand', 'key'), name='question_key_once'),
        ),
    ]
