"""Rows of the plan: campaigns, ideas, briefs, and posts with the time they are meant for."""

from datetime import date, time
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models

from aboveboard.kernel.ids import new_id
from aboveboard.plan.reasons import Part, Reason, parts_of, reasons_of


class Campaign(models.Model):
    """Posts that serve one aim over some weeks."""

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="campaigns")
    name = models.CharField(max_length=160)
    goal = models.TextField(blank=True)
    utm = models.SlugField(max_length=80)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["brand", "name"], name="campaign_name_once"),
        )

    def __str__(self) -> str:
        return self.name


class Idea(models.Model):
    """A card of the board: something to say, and why it is there.

    `parts` is the JSON of `reasons.Part`: the angle in pieces, each with who said it. `why` is the
    JSON of `reasons.Reason`. `origin` is house (put together from quotes and templates), model or
    person; `by` names the model. `state` is new, kept, used (a brief was made) or aside.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="ideas")
    campaign = models.ForeignKey(Campaign, null=True, on_delete=models.SET_NULL)
    channel = models.ForeignKey("brand.Channel", null=True, on_delete=models.SET_NULL)
    title = models.CharField(max_length=160)
    parts = models.JSONField(default=list)
    language = models.CharField(max_length=2, default="en")
    why = models.JSONField(default=list)
    kind = models.CharField(max_length=12)
    day = models.DateField(null=True)
    state = models.CharField(max_length=5, default="new")
    origin = models.CharField(max_length=6)
    by = models.CharField(max_length=160, blank=True)
    created_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    created_at = models.DateTimeField()

    brand_id: UUID

    class Meta:
        indexes = (models.Index(fields=["brand", "state"], name="idea_by_state"),)

    def __str__(self) -> str:
        return self.title

    @property
    def pieces(self) -> tuple[Part, ...]:
        return parts_of(self.parts)

    @property
    def angle(self) -> str:
        """What to say about it, in one or two sentences."""
        return "".join(part.text for part in self.pieces)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return reasons_of(self.why)


class Question(models.Model):
    """What somebody of the audience asked, in their words; `place` says where they did.

    People type or paste it. A question whose conversation is kept elsewhere has a `key`.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="questions")
    text = models.CharField(max_length=300)
    place = models.CharField(max_length=160, blank=True)
    language = models.CharField(max_length=2, default="en")
    key = models.CharField(max_length=200, null=True)
    by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["brand", "key"], name="question_key_once"),)


class Occasion(models.Model):
    """What a brand made of the calendar of observances: one switched on or off, or one of its own.

    `key` names an entry of observances.toml, or is empty for an own one, which has a name, the
    `month` and `number` of its day, and a `year` when it comes but once.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="occasions")
    key = models.CharField(max_length=60, blank=True)
    chosen = models.BooleanField(default=True)
    name = models.CharField(max_length=120, blank=True)
    month = models.SmallIntegerField(null=True)
    number = models.SmallIntegerField(null=True)
    year = models.SmallIntegerField(null=True)
    quiet = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["brand", "key"], condition=~models.Q(key=""), name="occasion_once"
            ),
        )


class Brief(models.Model):
    """What a post should achieve, for whom, and which facts it may state.

    `messages` and `tags` are in the order of importance; `ask` is the call to action.
    `stock` is how many are really left, as entered at `stock_at`; None where nobody said.
    `by_program` stays true once a program has written in it. `idea` is the card it began with.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="briefs")
    campaign = models.ForeignKey(Campaign, null=True, on_delete=models.SET_NULL)
    idea = models.ForeignKey(Idea, null=True, on_delete=models.SET_NULL, related_name="briefs")
    title = models.CharField(max_length=160)
    goal = models.TextField(blank=True)
    audience = models.TextField(blank=True)
    messages = ArrayField(models.TextField(), default=list)
    facts = models.ManyToManyField("brand.Fact")
    ask = models.TextField(blank=True)
    link = models.CharField(max_length=1000, blank=True)
    tags = ArrayField(models.CharField(max_length=100), default=list)
    language = models.CharField(max_length=2, default="en")
    channels = models.ManyToManyField("brand.Channel")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    stock = models.PositiveIntegerField(null=True)
    stock_at = models.DateTimeField(null=True)
    by_program = models.BooleanField(default=False)
    created_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class Post(models.Model):
    """One thing to say, at one time, on one or more channels.

    `day` and `clock` are the wall-clock time in `zone` and are what people chose; `at` is
    the moment they stand for, resolved again when the zone's rules change. `second` marks
    the second showing of an hour that comes twice. No time at all: a draft without a date.
    `relationship` is one of `rules.RELATIONSHIPS`: what somebody gave in return for it.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="posts")
    campaign = models.ForeignKey(Campaign, null=True, on_delete=models.SET_NULL)
    brief = models.ForeignKey(Brief, null=True, on_delete=models.SET_NULL, related_name="posts")
    title = models.CharField(max_length=160)
    language = models.CharField(max_length=2, default="en")
    relationship = models.CharField(max_length=10, default="none")
    day = models.DateField(null=True)
    clock = models.TimeField(null=True)
    second = models.BooleanField(default=False)
    zone = models.CharField(max_length=64)
    at = models.DateTimeField(null=True)
    key = models.CharField(max_length=200, null=True)
    key_digest = models.CharField(max_length=64, blank=True)
    created_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    brand_id: UUID

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["brand", "key"], name="post_key_once"),
            models.CheckConstraint(
                condition=models.Q(day=None, clock=None, at=None)
                | models.Q(day__isnull=False, clock__isnull=False, at__isnull=False),
                name="post_time_whole",
            ),
        )
        indexes = (models.Index(fields=["brand", "at"], name="post_by_time"),)

    def __str__(self) -> str:
        return self.title

    @property
    def wall(self) -> tuple[date, time] | None:
        return (self.day, self.clock) if self.day and self.clock else None
