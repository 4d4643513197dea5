"""Rows of the create stage: variants with their revisions, pictures, links and models."""

from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from aboveboard.create.adapting import asked_in_short
from aboveboard.create.found_by import WORDS
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
        indexes = (GinIndex(fields=["media"], name="revision_media", opclasses=["jsonb_path_ops"]),)

    @property
    def written(self) -> tuple[Passage, ...]:
        """The passages as values."""
        return from_json(self.passages)

    @property
    def shares(self) -> Shares:
        return shares(self.written)


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


class Link(models.Model):
    """A short address that leads to `url` and is counted without knowing who followed it."""

    code = models.CharField(primary_key=True, max_length=16)
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="links")
    url = models.CharField(max_length=1200)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["variant", "url"], name="link_once"),)


class Provider(models.Model):
    """A place where a model answers. The key is sealed and never shown again.

    `makes` is text or pictures; `place` its place in the order of asking. Times in seconds, prices
    per million tokens (a picture's: each), limits per calendar month; None: not told, no limit.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    workspace = models.ForeignKey("people.Workspace", on_delete=models.CASCADE)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=40, default="openai_compatible")
    makes = models.CharField(max_length=8, default="text")
    base_url = models.CharField(max_length=400)
    model = models.CharField(max_length=160)
    sealed_key = models.BinaryField(default=bytes)
    added_at = models.DateTimeField()
    place = models.IntegerField(default=0)
    first_s = models.IntegerField(default=60)
    whole_s = models.IntegerField(default=120)
    price_in = models.DecimalField(max_digits=10, decimal_places=4, null=True)
    price_out = models.DecimalField(max_digits=10, decimal_places=4, null=True)
    monthly_tokens = models.BigIntegerField(null=True)
    monthly_money = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    answered = models.IntegerField(default=0)
    refused = models.IntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["workspace", "name"], name="provider_name_once"),
        )


class ModelRules(models.Model):
    """What a workspace's models may take together in a calendar month, and who is asked for what.

    `order` holds for a task the ids of the providers to ask, the first one first; a task that it
    does not name is for all of them, in their places.
    """

    workspace = models.OneToOneField(
        "people.Workspace", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    order = models.JSONField(default=dict)
    monthly_tokens = models.BigIntegerField(null=True)
    monthly_money = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, default="EUR")


class Call(models.Model):
    """One asking of a model: what it took, nothing of what was said.

    While `state` is asked, tokens and cost are the most that it may take; then what the provider
    counted, where `counted`, else still the most. `verdict` is the fact lock's: kept or refused.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    workspace = models.ForeignKey("people.Workspace", on_delete=models.CASCADE, related_name="+")
    brand = models.ForeignKey("brand.Brand", null=True, on_delete=models.SET_NULL, related_name="+")
    provider = models.ForeignKey(Provider, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(max_length=80)
    model = models.CharField(max_length=160)
    task = models.CharField(max_length=20)
    state = models.CharField(max_length=10, default="asked")
    why = models.CharField(max_length=40, blank=True)
    tokens_in = models.BigIntegerField(default=0)
    tokens_out = models.BigIntegerField(default=0)
    counted = models.BooleanField(default=False)
    cost = models.DecimalField(max_digits=14, decimal_places=6, null=True)
    seconds = models.FloatField(default=0)
    verdict = models.CharField(max_length=8, blank=True)
    asked_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["workspace", "asked_at"], name="call_by_month"),)


class Agreement(models.Model):
    """Somebody has seen what goes to a host outside, and agreed to it for a brand."""

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="+")
    provider = models.ForeignKey(Provider, on_delete=models.CASCADE, related_name="agreements")
    host = models.CharField(max_length=260)
    by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["brand", "provider", "host"], name="agreed_once"),
        )


class Suggestion(models.Model):
    """What a model, or the house, proposed for a variant. It waits; it never goes out by itself.

    `breaks` lists what the fact lock found: {"kind", "text", "why", "start", "end"}.
    `way` is the name of one of `adapting.WAYS`, empty where a wording was asked for freely; `task`
    what it is in the brand's policy, empty for the house's own work. `source` is the revision that
    it was made of, in `from_language`; `result` the typed answer, whose words are `text`. What the
    house made has `passages`, the origin of its every word.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="suggestions")
    asked_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    instruction = models.TextField(blank=True)
    way = models.CharField(max_length=20, blank=True)
    task = models.CharField(max_length=20, blank=True)
    tone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=2, blank=True)
    from_language = models.CharField(max_length=2, blank=True)
    source = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    result = models.JSONField(default=dict)
    passages = models.JSONField(default=list)
    provider = models.CharField(max_length=80)
    model = models.CharField(max_length=160)
    text = models.TextField(blank=True)
    breaks = models.JSONField(default=list)
    tries = models.IntegerField(default=0)
    state = models.CharField(max_length=12, default="asked")
    why = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    at = models.DateTimeField(null=True)

    variant_id: UUID
    source_id: UUID | None

    @property
    def by_house(self) -> bool:
        """Whether the house made it by arranging what people wrote; no model was asked."""
        return not self.provider

    @property
    def translates(self) -> bool:
        return bool(self.from_language) and self.language != self.from_language

    @property
    def origin(self) -> Origin:
        """What a model's words carry from now on."""
        return Origin(
            kind="model",
            by=self.model,
            source=str(self.id),
            at=(self.at or self.asked_at).isoformat(timespec="minutes"),
            asked=asked_in_short(self.way, self.tone, self.language, self.instruction),
            translated=self.from_language if self.translates else "",
            of=str(self.source_id or "") if self.translates else "",
        )

    @property
    def written(self) -> tuple[Passage, ...]:
        """Its words with their origins: the house's own record, else all of them the model's."""
        if self.passages:
            return from_json(self.passages)
        return (Passage(text=self.text, origin=self.origin),) if self.text else ()


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
