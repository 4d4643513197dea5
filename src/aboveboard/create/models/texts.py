"""Rows of texts: variants with their revisions, suggestions, corrections and links."""

from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from aboveboard.create.words.adapting import asked_in_short
from aboveboard.create.words.origins import Origin, Passage, Shares, from_json, shares
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


class Link(models.Model):
    """A short address that leads to `url` and is counted without knowing who followed it."""

    code = models.CharField(primary_key=True, max_length=16)
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="links")
    url = models.CharField(max_length=1200)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["variant", "url"], name="link_once"),)


class Suggestion(models.Model):
    """What a model, or the house, proposed for a variant. It waits; it never goes out by itself.

    `breaks` lists what the fact lock found: {"kind", "text", "why", "start", "end"}.
    `way` is the name of one of `adapting.WAYS`, empty where a wording was asked for freely; `task`
    what it is in the brand's policy, empty for the house's own work. `source` is the revision that
    it was made of, in `from_language`; `result` the typed answer, whose words are `text`. What the
    house made has `passages`, the origin of its every word. `works` are what a model does by it and
    did for the text that it is made of, as in `Origin`.
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
    works = ArrayField(models.CharField(max_length=20), default=list)
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
            works=tuple(self.works),
        )

    @property
    def written(self) -> tuple[Passage, ...]:
        """Its words with their origins: the house's own record, else all of them the model's."""
        if self.passages:
            return from_json(self.passages)
        return (Passage(text=self.text, origin=self.origin),) if self.text else ()


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
