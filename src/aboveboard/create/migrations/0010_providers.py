"""Models in an order, with limits, prices and agreements; each call is counted; pictures made."""

import aboveboard.kernel.ids
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('brand', '0002_uploads'),
        ('create', '0009_clips'),
        ('people', '0002_tokens'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ModelRules',
            fields=[
                ('workspace', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='people.workspace')),
                ('order', models.JSONField(default=dict)),
                ('monthly_tokens', models.BigIntegerField(null=True)),
                ('monthly_money', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('currency', models.CharField(default='EUR', max_length=3)),
            ],
        ),
        migrations.AddField(
            model_name='provider',
            name='first_s',
            field=models.IntegerField(default=60),
        ),
        migrations.AddField(
            model_name='provider',
            name='makes',
            field=models.CharField(default='text', max_length=8),
        ),
        migrations.AddField(
            model_name='provider',
            name='monthly_money',
            field=models.DecimalField(decimal_places=2, max_digits=10, null=True),
        ),
        migrations.AddField(
            model_name='provider',
            name='monthly_tokens',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='provider',
            name='place',
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name='provider',
            name='price_in',
            field=models.DecimalField(decimal_places=4, max_digits=10, null=True),
        ),
        migrations.AddField(
            model_name='provider',
            name='price_out',
            field=models.DecimalField(decimal_places=4, max_digits=10, null=True),
        ),
        migrations.AddField(
            model_name='provider',
            name='whole_s',
            field=models.IntegerField(default=120),
        ),
        migrations.CreateModel(
            name='PictureAsk',
            fields=[
                ('id', models.UUIDField(default=aboveboard.kernel.ids.new_id, primary_key=True, serialize=False)),
                ('what', models.CharField(max_length=10)),
                ('instruction', models.TextField(blank=True)),
                ('size', models.CharField(blank=True, max_length=12)),
                ('count', models.IntegerField(default=1)),
                ('area', models.JSONField(default=list)),
                ('provider', models.CharField(blank=True, max_length=80)),
                ('model', models.CharField(blank=True, max_length=160)),
                ('text', models.TextField(blank=True)),
                ('state', models.CharField(default='asked', max_length=8)),
                ('why', models.TextField(blank=True)),
                ('asked_at', models.DateTimeField()),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
                ('asset', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='create.asset')),
                ('brand', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='brand.brand')),
            ],
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.UUIDField(default=aboveboard.kernel.ids.new_id, primary_key=True, serialize=False)),
                ('number', models.IntegerField()),
                ('file', models.FileField(max_length=300, upload_to='proposals/')),
                ('mime', models.CharField(max_length=40)),
                ('width', models.IntegerField()),
                ('height', models.IntegerField()),
                ('ask', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='proposals', to='create.pictureask')),
                ('kept', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='create.asset')),
            ],
            options={
                'ordering': ('number',),
            },
        ),
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.UUIDField(default=aboveboard.kernel.ids.new_id, primary_key=True, serialize=False)),
                ('host', models.CharField(max_length=260)),
                ('at', models.DateTimeField()),
                ('brand', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='brand.brand')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('provider', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agreements', to='create.provider')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('brand', 'provider', 'host'), name='agreed_once')],
            },
        ),
        migrations.CreateModel(
            name='Call',
            fields=[
                ('id', models.UUIDField(default=aboveboard.kernel.ids.new_id, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=80)),
                ('model', models.CharField(max_length=160)),
                ('task', models.CharField(max_length=20)),
                ('state', models.CharField(default='asked', max_length=10)),
                ('why', models.CharField(blank=True, max_length=40)),
                ('tokens_in', models.BigIntegerField(default=0)),
                ('tokens_out', models.BigIntegerField(default=0)),
                ('counted', models.BooleanField(default=False)),
                ('cost', models.DecimalField(decimal_places=6, max_digits=14, null=True)),
                ('seconds', models.FloatField(default=0)),
                ('verdict', models.CharField(blank=True, max_length=8)),
                ('asked_at', models.DateTimeField()),
                ('brand', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='brand.brand')),
                ('provider', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='create.provider')),
                ('workspace', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.workspace')),
            ],
            options={
                'indexes': [models.Index(fields=['workspace', 'asked_at'], name='call_by_month')],
            },
        ),
    ]
