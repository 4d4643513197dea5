"""Rows of the library: pictures, videos, what is made of them, and who signs it."""

from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from aboveboard.create.assets.found_by import WORDS
from aboveboard.kernel.ids import new_id
from aboveboard.media.credentials import HOLDS
from aboveboard.media.lettering import Line


class Folder(models.Model):
    """A folder of the library by its whole path ("summer/boats"); it may be empty."""

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=300)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["brand", "path"], name="folder_once"),)


class Asset(models.Model):
    """A picture or video. The original stays as it came; `origin` says from where it came.

    Sizes in pixels, `size` in bytes, `seconds` of play (0 for a picture). `credential` is what the
    file says of itself, as `credentials.Told`: empty when it says nothing. What was made here has
    `parts`, the assets that went into it, and a `recipe`: how, so that it can be made anew.

    `folder` is the path of one ("" for none). Rights are as people told them: `may_use_until` is
    the last day in the brand's zone, `consent` that of the people shown (one of `rights.CONSENTS`),
    `told_until` the end that people were mailed of. `likeness` and `colours` are what
    `media.likeness` compares by: no `likeness` for a plain area, no `colours` before it was looked
    at. What was removed (`removed_at`) is not offered any more; its file stays while it is needed.
    `focus` is what matters in a picture, as `salience.Salient`: empty until somebody asks.
    `lettering` are the lines of words in a picture, as `media.lettering.Line`: None before it was
    read, which is done once a text shows it.
    What came without a credential of ours goes out as `sent_file`, the original's own pixels with
    one; empty where the original itself goes out.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="assets")
    name = models.CharField(max_length=200)
    file = models.FileField(upload_to="assets/", max_length=300)
    digest = models.CharField(max_length=64)
    mime = models.CharField(max_length=40)
    width = models.IntegerField()
    height = models.IntegerField()
    size = models.BigIntegerField()
    seconds = models.FloatField(default=0)
    alt = models.TextField(blank=True)
    origin = models.CharField(max_length=20, default="person")
    credential = models.JSONField(default=dict)
    parts = models.ManyToManyField("self", symmetrical=False, related_name="made_from_it")
    recipe = models.JSONField(default=dict)
    folder = models.CharField(max_length=300, blank=True, default="")
    tags = ArrayField(models.CharField(max_length=60), default=list)
    licence = models.CharField(max_length=200, blank=True, default="")
    holder = models.CharField(max_length=200, blank=True, default="")
    source = models.CharField(max_length=1000, blank=True, default="")
    may_use_until = models.DateField(null=True)
    consent = models.CharField(max_length=10, blank=True, default="")
    note = models.TextField(blank=True, default="")
    told_until = models.DateField(null=True)
    likeness = models.BigIntegerField(null=True)
    colours = models.BinaryField(null=True)
    removed_at = models.DateTimeField(null=True)
    focus = models.JSONField(default=dict)
    lettering = models.JSONField(null=True)
    sent_file = models.FileField(upload_to="sent/", max_length=300, blank=True)
    sent_digest = models.CharField(max_length=64, blank=True, default="")
    added_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    added_at = models.DateTimeField()

    brand_id: UUID

    class Meta:
        constraints = (models.UniqueConstraint(fields=["brand", "digest"], name="asset_once"),)
        indexes = (
            GinIndex(WORDS, name="asset_words"),
            GinIndex(fields=["tags"], name="asset_tags"),
            models.Index(fields=["brand", "-added_at", "id"], name="asset_newest"),
            models.Index(fields=["brand", "folder"], name="asset_folder"),
            models.Index(fields=["brand", "likeness"], name="asset_likeness"),
            models.Index(
                fields=["may_use_until"],
                condition=models.Q(may_use_until__isnull=False),
                name="asset_ending",
            ),
        )

    @property
    def is_video(self) -> bool:
        return self.mime.startswith("video/")

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of words in it, as far as it was read."""
        return tuple(Line.model_validate(one) for one in self.lettering or ())

    @property
    def is_signed(self) -> bool:
        """Whether what goes out of it carries a content credential that holds."""
        return bool(self.sent_digest) or self.credential.get("state") in HOLDS

    @property
    def sent_size(self) -> int:
        """How many bytes go out; the original's where the signed file is not there."""
        if self.sent_digest and self.sent_file.storage.exists(str(self.sent_file.name)):
            return self.sent_file.size
        return self.size


class Upload(models.Model):
    """A file that comes in pieces: `received` of its `size` bytes are here.

    It stays until it is stopped, or two days after its last piece, so that who did not hear of
    the end can ask once more; `asset` is what has become of it.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey("people.User", null=True, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    size = models.BigIntegerField()
    alt = models.TextField(blank=True)
    received = models.BigIntegerField(default=0)
    asset = models.ForeignKey(Asset, null=True, on_delete=models.CASCADE, related_name="+")
    begun_at = models.DateTimeField()
    at = models.DateTimeField()

    brand_id: UUID
    asset_id: UUID | None


class Clip(models.Model):
    """A clip that was asked for: `wanted` as `clipping.ClipFields`, and how far it is.

    `state` is asked, running, done, failed or stopped; `stage` what is being done, `done` how much
    of all, 0 to 100. `at` is its worker's last sign: who gives none is not at it any more.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="+")
    source = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="clips")
    asked_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    by_program = models.CharField(max_length=200, blank=True)
    wanted = models.JSONField(default=dict)
    state = models.CharField(max_length=12, default="asked")
    stage = models.CharField(max_length=12, blank=True)
    done = models.SmallIntegerField(default=0)
    tries = models.SmallIntegerField(default=0)
    why = models.TextField(blank=True)
    made = models.JSONField(default=dict)
    asset = models.ForeignKey(Asset, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField()
    at = models.DateTimeField()

    brand_id: UUID
    source_id: UUID
    asset_id: UUID | None

    @property
    def is_going(self) -> bool:
        return self.state in ("asked", "running")


class SigningKey(models.Model):
    """Who signs a workspace's media: certificates as PEM, and the sealed key of the first.

    `is_given`: it was given to us; else the studio is its own authority.
    """

    workspace = models.OneToOneField(
        "people.Workspace", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    chain = models.TextField()
    sealed_key = models.BinaryField()
    is_given = models.BooleanField(default=False)
    made_at = models.DateTimeField()


class PictureAsk(models.Model):
    """A picture model is asked for pictures, or a text model for words that stand for one.

    `what` is generate, fill, expand, cutout or words; `area` the part to fill or how far to widen,
    in shares of the width and height. `text` is what was proposed for `words`. It waits for a
    person; `state` is asked, open, done, failed or stopped.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="+")
    asked_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    what = models.CharField(max_length=10)
    instruction = models.TextField(blank=True)
    size = models.CharField(max_length=12, blank=True)
    count = models.IntegerField(default=1)
    asset = models.ForeignKey(Asset, null=True, on_delete=models.CASCADE, related_name="+")
    area = models.JSONField(default=list)
    provider = models.CharField(max_length=80, blank=True)
    model = models.CharField(max_length=160, blank=True)
    text = models.TextField(blank=True)
    state = models.CharField(max_length=8, default="asked")
    why = models.TextField(blank=True)
    asked_at = models.DateTimeField()

    brand_id: UUID
    asset_id: UUID | None


class Proposal(models.Model):
    """One picture that a model made, beside the others. It is no asset before a person keeps it."""

    id = models.UUIDField(primary_key=True, default=new_id)
    ask = models.ForeignKey(PictureAsk, on_delete=models.CASCADE, related_name="proposals")
    number = models.IntegerField()
    file = models.FileField(upload_to="proposals/", max_length=300)
    mime = models.CharField(max_length=40)
    width = models.IntegerField()
    height = models.IntegerField()
    kept = models.ForeignKey(Asset, null=True, on_delete=models.SET_NULL, related_name="+")

    kept_id: UUID | None

    class Meta:
        ordering = ("number",)
