"""Rows of the check stage: what the guards found in a revision."""

from django.db import models

from aboveboard.kernel.ids import new_id


class Finding(models.Model):
    """A guard's remark on the words `start` to `end` (characters) of a variant's text.

    `state` is open, left (with a reason, by a person) or settled (gone from a later revision);
    `mark` is the same when the same remark is made again.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    variant = models.ForeignKey("create.Variant", on_delete=models.CASCADE, related_name="findings")
    mark = models.CharField(max_length=64)
    code = models.CharField(max_length=40)
    severity = models.CharField(max_length=8)
    start = models.IntegerField()
    end = models.IntegerField()
    words = models.CharField(max_length=300, blank=True)
    message = models.TextField()
    evidence = models.JSONField(default=list)
    rule = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=8, default="open")
    reason = models.TextField(blank=True)
    by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    found_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["variant", "state"], name="finding_open"),)


class Look(models.Model):
    """That the guards looked at a variant as it stood; `digest` covers all they look at."""

    variant = models.OneToOneField(
        "create.Variant", primary_key=True, on_delete=models.CASCADE, related_name="look"
    )
    digest = models.CharField(max_length=64)
    guards = models.IntegerField()
    at = models.DateTimeField()


class LinkAnswer(models.Model):
    """What a link answered when it was asked last."""

    url_digest = models.CharField(primary_key=True, max_length=64)
    url = models.CharField(max_length=2000)
    ok = models.BooleanField()
    why = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
