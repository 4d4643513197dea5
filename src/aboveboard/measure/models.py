"""Rows of the measure stage: numbers as they stood at a time, and clicks per hour."""

from datetime import datetime
from uuid import UUID

from django.db import models

from aboveboard.channels.base import Numbers
from aboveboard.kernel.ids import new_id


class Stopped(models.TextChoices):
    """Why the numbers of a delivery are not read any more; empty while they are."""

    NO = ""
    OVER = "over"
    DEAD = "dead"


class Snapshot(models.Model):
    """What a network told of a delivery at a moment. Null: the network does not tell."""

    id = models.UUIDField(primary_key=True, default=new_id)
    delivery = models.ForeignKey(
        "publish.Delivery", on_delete=models.CASCADE, related_name="snapshots"
    )
    at = models.DateTimeField()
    replies = models.IntegerField(null=True)
    likes = models.IntegerField(null=True)
    reposts = models.IntegerField(null=True)
    quotes = models.IntegerField(null=True)
    views = models.IntegerField(null=True)
    clicks = models.IntegerField(null=True)
    saves = models.IntegerField(null=True)
    reach = models.IntegerField(null=True)

    delivery_id: UUID

    class Meta:
        indexes = (models.Index(fields=["delivery", "at"], name="snapshot_of_delivery"),)

    @property
    def numbers(self) -> Numbers:
        """The same as a value."""
        return Numbers(
            replies=self.replies,
            likes=self.likes,
            reposts=self.reposts,
            quotes=self.quotes,
            views=self.views,
            clicks=self.clicks,
            saves=self.saves,
            reach=self.reach,
        )


class Reading(models.Model):
    """When to ask next for the numbers of a delivery; `next_at` is None when that is over.

    `read_at` is when the network last answered, `failures` how often in a row it did not since,
    `why` what it said then.
    """

    delivery = models.OneToOneField(
        "publish.Delivery", primary_key=True, on_delete=models.CASCADE, related_name="reading"
    )
    next_at: "models.DateTimeField[datetime | None, datetime | None]" = models.DateTimeField(
        null=True, db_index=True
    )
    read_at: "models.DateTimeField[datetime | None, datetime | None]" = models.DateTimeField(
        null=True
    )
    failures = models.SmallIntegerField(default=0)
    why = models.TextField(blank=True, default="")
    stopped = models.CharField(max_length=8, choices=Stopped, blank=True, default=Stopped.NO)

    delivery_id: UUID


class Clicks(models.Model):
    """How often a link was followed within an hour. Who followed it is not recorded."""

    id = models.UUIDField(primary_key=True, default=new_id)
    link = models.ForeignKey("create.Link", on_delete=models.CASCADE, related_name="clicks")
    hour = models.DateTimeField()
    count = models.IntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["link", "hour"], name="clicks_per_hour"),)
