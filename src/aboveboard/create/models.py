"""Rows of the create stage: variants with their revisions, pictures, links and models."""

from uuid import UUID

from django.db import models

from aboveboard.create.origins import Origin, Passage, Shares, from_json, shares
from aboveboard.kernel.ids import new_id


class Variant(models.Model):
    """A post's text and media for one channel; `head` is the revision that counts."""

    id = models.UUIDField(primary_key=True, default=new_id)
    post = models.ForeignKey("plan.Post", on_delete=models.CASCADE, related_name="variants")
    channel = models.ForeignKey("brand.Channel", on_delete=models.PROTECT, related_name="variants")
    language = models.CharField(max_length=2)
    head = models.ForeignKey("Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()

    post_id: UUID
    channel_id: UUID
    head_id: UUID | None

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["post", "channel"], name="variant_per_channel"),
        )


class Revision(models.Model):
    """One state of a variant. Passages and media are kept whole, so any two can be compared.

    `passages` is the JSON of `origins.Passage`s whose texts joined are `text`; `media` a list
    of {"asset": id, "alt": text}. `digest` covers text and media. A sealed revision is never
    changed again; typing goes on in a new one.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="revisions")
    number = models.IntegerField()
    text = models.TextField(blank=True)
    passages = models.JSONField(default=list)
    media = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    people_share = models.SmallIntegerField(default=100)
    model_share = models.SmallIntegerField(default=0)
    pasted_share = models.SmallIntegerField(default=0)
    template_share = models.SmallIntegerField(default=0)
    actor_kind = models.CharField(max_length=10)
    actor = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    what = models.CharField(max_length=20)
    sealed = models.BooleanField(default=False)
    started_at = models.DateTimeField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["variant", "number"], name="revision_number_once"),
        )

    @property
    def written(self) -> tuple[Passage, ...]:
        """The passages as values."""
        return from_json(self.passages)

    @property
    def shares(self) -> Shares:
        return shares(self.written)


class Asset(models.Model):
    """A picture or video. The original stays as it came; `origin` says from where it came.

    Sizes in pixels, `size` in bytes, `seconds` of play (0 for a picture). `credential` is what the
    file says of itself, as `credentials.Told`: empty when it says nothing. What was made here has
    `parts`, the assets that went into it, and a `recipe`: how, so that it can be made anew.
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
    added_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    added_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["brand", "digest"], name="asset_once"),)

    @property
    def is_video(self) -> bool:
        return self.mime.startswith("video/")


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


class Link(models.Model):
    """A short address that leads to `url` and is counted without knowing who followed it."""

    code = models.CharField(primary_key=True, max_length=16)
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="links")
    url = models.CharField(max_length=1200)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["variant", "url"], name="link_once"),)


class Provider(models.Model):
    """A place where a text model answers. The key is sealed and never shown again."""

    id = models.UUIDField(primary_key=True, default=new_id)
    workspace = models.ForeignKey("people.Workspace", on_delete=models.CASCADE)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=40, default="openai_compatible")
    base_url = models.CharField(max_length=400)
    model = models.CharField(max_length=160)
    sealed_key = models.BinaryField(default=bytes)
    added_at = models.DateTimeField()
    answered = models.IntegerField(default=0)
    refused = models.IntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["workspace", "name"], name="provider_name_once"),
        )


class Suggestion(models.Model):
    """What a model proposed for a variant. It waits; it never goes out by itself.

    `breaks` lists what the fact lock found: {"kind", "text", "why", "start", "end"}.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="suggestions")
    asked_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    instruction = models.TextField(blank=True)
    provider = models.CharField(max_length=80)
    model = models.CharField(max_length=160)
    text = models.TextField(blank=True)
    breaks = models.JSONField(default=list)
    tries = models.IntegerField(default=0)
    state = models.CharField(max_length=12, default="asked")
    why = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    at = models.DateTimeField(null=True)

    @property
    def origin(self) -> Origin:
        """What its words carry from now on."""
        return Origin(
            kind="model",
            by=self.model,
            source=str(self.id),
            at=(self.at or self.asked_at).isoformat(timespec="minutes"),
        )


class Correction(models.Model):
    """What was decided of a correction of a variant's words, or what a model proposed of them.

    `mark` is the same for the same fault. `state` is open (a model's, which waits), left or taken;
    what is left is not said again of this text. `before` are the characters ahead of a model's
    words, by which they are found again.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="corrections")
    mark = models.CharField(max_length=64)
    kind = models.CharField(max_length=40)
    words = models.CharField(max_length=300)
    before = models.CharField(max_length=40, blank=True)
    instead = models.CharField(max_length=600, blank=True)
    why = models.TextField(blank=True)
    model = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=8)
    by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["variant", "mark"],
                condition=models.Q(state__in=("open", "left")),
                name="correction_once",
            ),
        )
