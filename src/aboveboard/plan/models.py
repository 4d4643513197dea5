"""Rows of the plan: campaigns, briefs, and posts with the time they are meant for."""

from datetime import date, time
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models

from aboveboard.kernel.ids import new_id


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


class Brief(models.Model):
    """What a post should achieve, for whom, and which facts it may state.

    `messages` and `tags` are in the order of importance; `ask` is the call to action.
    `by_program` stays true once a program has written in it.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    brand = models.ForeignKey("brand.Brand", on_delete=models.CASCADE, related_name="briefs")
    campaign = models.ForeignKey(Campaign, null=True, on_delete=models.SET_NULL)
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
