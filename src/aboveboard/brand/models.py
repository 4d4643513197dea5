"""Rows of the brand stage: brands, their channels, their knowledge and their voice."""

from uuid import UUID

from django.db import models

from aboveboard.kernel.ids import new_id


class Brand(models.Model):
    """Who speaks. `policy` and `look` are the JSON of `rules.Policy` and `rules.Look`."""

    id = models.UUIDField(primary_key=True, default=new_id)
    workspace = models.ForeignKey("people.Workspace", on_delete=models.PROTECT)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    about = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="en")
    zone = models.CharField(max_length=64, default="UTC")
    policy = models.JSONField(default=dict)
    look = models.JSONField(default=dict)
    demo = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["workspace", "name"], name="brand_name_once"),
        )

    def __str__(self) -> str:
        return self.name


class Channel(models.Model):
    """One connected account. Its secrets are kept by the stage that publishes."""

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="channels")
    network = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    server = models.CharField(max_length=300, blank=True)
    handle = models.CharField(max_length=200, blank=True)
    remote_id = models.CharField(max_length=300, blank=True)
    display_name = models.CharField(max_length=200, blank=True)
    limits = models.JSONField(default=dict)
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    brand_id: UUID

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["brand", "name"],
                condition=models.Q(removed_at=None),
                name="channel_name_once",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Source(models.Model):
    """One file or page of knowledge, as it was read."""

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, related_name="sources")
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, blank=True)
    digest = models.CharField(max_length=64)
    added_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["brand", "name"], name="source_name_once"),)


class Upload(models.Model):
    """A file on its way into the knowledge. `state`: reading, done, stopped, failed.

    `done` of `total` passages have been looked at for facts; `found` is how many facts there
    are so far. The bytes go as soon as the file is read.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, related_name="uploads")
    name = models.CharField(max_length=200)
    data = models.BinaryField()
    by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    state = models.CharField(max_length=8, default="reading")
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    found = models.IntegerField(default=0)
    why = models.TextField(blank=True)
    at = models.DateTimeField()


class Passage(models.Model):
    """A paragraph, list item or row of a source. `line` counts from 1."""

    id = models.UUIDField(primary_key=True, default=new_id)
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="passages")
    line = models.IntegerField()
    locator = models.CharField(max_length=60)
    text = models.TextField()

    class Meta:
        ordering = ("source", "line")

    @property
    def where(self) -> str:
        """Where it stands, for a person: “prices.csv, row 7”."""
        return f"{self.source.name}, {self.locator}"


class Fact(models.Model):
    """A number, price, date, time, percentage, name or negation that a passage states."""

    id = models.UUIDField(primary_key=True, default=new_id)
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(max_length=20)
    value = models.CharField(max_length=300)
    unit = models.CharField(max_length=40, blank=True)
    text = models.CharField(max_length=300)


class VoiceSample(models.Model):
    """A text of the brand's own that shows how it speaks."""

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, related_name="voice")
    name = models.CharField(max_length=200)
    text = models.TextField()
    added_at = models.DateTimeField()


class PolicyVersion(models.Model):
    """A policy as it stood from a moment on; older ones are kept to be read."""

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, related_name="policies")
    policy = models.JSONField()
    digest = models.CharField(max_length=64)
    since = models.DateTimeField()

    class Meta:
        ordering = ("since",)


class VoiceLine(models.Model):
    """What people say of a line of the voice, in one language: off, or in their own words.

    `key` is one of `text.voice.lines.KEYS`, "never" (words that the brand never uses, one a line
    of `said`) or "besides" (anything else, in people's own words).
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey(Brand, on_delete=models.CASCADE, related_name="voice_lines")
    language = models.CharField(max_length=2)
    key = models.CharField(max_length=20)
    on = models.BooleanField(default=True)
    said = models.TextField(blank=True)
    by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["brand", "language", "key"], name="voice_line_once"),
        )
