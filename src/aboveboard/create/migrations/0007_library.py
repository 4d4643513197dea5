"""The library: folders, tags, rights, likeness, and words by which assets are found."""

import aboveboard.kernel.ids
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models
from django.db.models import F, Func

# The same as `create.found_by.folded`.
FUNCTIONS = r"""
-- Their bodies are bound now (RETURN), since an index is kept up without a search path.
CREATE FUNCTION create_folded(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    regexp_replace(
        replace(replace(replace(replace(replace(replace(
            translate(
                lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g')),
                'ŒÆØŁĐ', 'œæøłđ'),
            'ß', 'ss'), 'œ', 'oe'), 'æ', 'ae'), 'ø', 'o'), 'ł', 'l'), 'đ', 'd'),
        '[!-/:-@\[-`{-~“”„‘’«»…–—·\s]+', ' ', 'g');

-- Of a recipe its texts are words: those of a card, the instruction of a generated picture.
CREATE FUNCTION create_asset_words(
    name text, alt text, tags text[], folder text,
    licence text, holder text, source text, note text, recipe jsonb
) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    to_tsvector('simple', left(create_folded(
        name || ' ' || alt || ' ' || tags::text || ' ' || folder || ' ' || licence || ' '
        || holder || ' ' || source || ' ' || note || ' '
        || jsonb_path_query_array(
            recipe - 'of' - 'unsigned' - 'what', '$.** ? (@.type() == "string")')::text
    ), 100000));
"""
UNDO = "DROP FUNCTION create_asset_words; DROP FUNCTION create_folded;"

NAMES = ("name", "alt", "tags", "folder", "licence", "holder", "source", "note", "recipe")
WORDS = Func(
    *(F(name) for name in NAMES), function="create_asset_words", output_field=SearchVectorField()
)


def text(length: int) -> models.CharField:
    return models.CharField(blank=True, default="", max_length=length)


class Migration(migrations.Migration):
    dependencies = [("create", "0006_making"), ("brand", "0001_initial")]
    operations = [
        migrations.RunSQL(FUNCTIONS, UNDO),
        migrations.CreateModel(
            name="Folder",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=aboveboard.kernel.ids.new_id, primary_key=True, serialize=False
                    ),
                ),
                ("path", models.CharField(max_length=300)),
                (
                    "brand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="brand.brand",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            "folder", models.UniqueConstraint(fields=("brand", "path"), name="folder_once")
        ),
        migrations.AddField("asset", "folder", text(300)),
        migrations.AddField(
            "asset",
            "tags",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=60), default=list, size=None
            ),
        ),
        migrations.AddField("asset", "licence", text(200)),
        migrations.AddField("asset", "holder", text(200)),
        migrations.AddField("asset", "source", text(1000)),
        migrations.AddField("asset", "may_use_until", models.DateField(null=True)),
        migrations.AddField("asset", "consent", text(10)),
        migrations.AddField("asset", "note", models.TextField(blank=True, default="")),
        migrations.AddField("asset", "told_until", models.DateField(null=True)),
        migrations.AddField("asset", "likeness", models.BigIntegerField(null=True)),
        migrations.AddField("asset", "colours", models.BinaryField(null=True)),
        migrations.AddField("asset", "removed_at", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "asset", django.contrib.postgres.indexes.GinIndex(WORDS, name="asset_words")
        ),
        migrations.AddIndex(
            "asset", django.contrib.postgres.indexes.GinIndex(fields=["tags"], name="asset_tags")
        ),
        migrations.AddIndex(
            "asset", models.Index(fields=["brand", "-added_at", "id"], name="asset_newest")
        ),
        migrations.AddIndex(
            "asset", models.Index(fields=["brand", "folder"], name="asset_folder")
        ),
        migrations.AddIndex(
            "asset", models.Index(fields=["brand", "likeness"], name="asset_likeness")
        ),
        migrations.AddIndex(
            "asset",
            models.Index(
                condition=models.Q(("may_use_until__isnull", False)),
                fields=["may_use_until"],
                name="asset_ending",
            ),
        ),
        migrations.AddIndex(
            "revision",
            django.contrib.postgres.indexes.GinIndex(
                fields=["media"], name="revision_media", opclasses=["jsonb_path_ops"]
            ),
        ),
    ]
