"""Rows of the measure stage: numbers as they stood at a time, and clicks per hour."""

from django.db import models

from aboveboard.kernel.ids import new_id


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

    class Meta:
        indexes = (models.Index(fields=["delivery", "at"], name="snapshot_of_delivery"),)


class Reading(models.Model):
    """When to ask next for the numbers of a delivery; no row when it is over."""

    delivery = models.OneToOneField(
        "publish.Delivery", primary_key=True, on_delete=models.CASCADE, related_name="reading"
    )
    next_at = models.DateTimeField(db_index=True)
    failures = models.IntegerField(default=0)
    why = models.TextField(blank=True)


class Clicks(models.Model):
    """How often a link was followed within an hour. Who followed it is not recorded."""

    id = models.UUIDField(primary_key=True, default=new_id)
    link = models.ForeignKey("create.Link", on_delete=models.CASCADE, related_name="clicks")
    hour = models.DateTimeField()
    count = models.IntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["link", "hour"], name="clicks_per_hour"),)
