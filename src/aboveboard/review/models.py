"""Rows of the review: rounds of asking, comments, and approvals that bind exact content."""

from uuid import UUID

from django.db import models

from aboveboard.kernel.ids import new_id


class Round(models.Model):
    """One time that a post was put before people.

    `state`: open, approved, sent_back, closed (the request was taken back), withdrawn (the yes
    was). `was_asked` is False for one that an approval opened itself, without being asked for.
    After a round that `is_overruled` the database takes no approval before somebody asks anew.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    post = models.ForeignKey("plan.Post", on_delete=models.CASCADE, related_name="rounds")
    number = models.IntegerField()
    asked_by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    asked_at = models.DateTimeField()
    note = models.TextField(blank=True)
    state = models.CharField(max_length=12, default="open")
    decided_at = models.DateTimeField(null=True)
    was_asked = models.BooleanField(default=True, db_default=True)

    @property
    def is_overruled(self) -> bool:
        """Whether it ended with a no, or was taken back."""
        return self.state in {"sent_back", "closed", "withdrawn"}

    class Meta:
        indexes = (
            models.Index(
                fields=["state", "post"],
                condition=models.Q(state__in=["open", "sent_back"]),
                name="round_waiting",
            ),
        )
        constraints = (
            models.UniqueConstraint(fields=["post", "number"], name="round_number_once"),
            models.UniqueConstraint(
                fields=["post"], condition=models.Q(state="open"), name="one_open_round"
            ),
        )


class Approval(models.Model):
    """A person's yes to exact content.

    `content` is the canonical JSON of what will go out (text, media, label, channel, time);
    the database checks that `digest` is its SHA-256, that `by` may approve in the workspace,
    and voids the approval as soon as words, media or time change.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="approvals")
    variant = models.ForeignKey(
        "create.Variant", on_delete=models.PROTECT, related_name="approvals"
    )
    content = models.TextField()
    digest = models.CharField(max_length=64)
    by = models.ForeignKey("people.User", on_delete=models.PROTECT)
    at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True)
    void_reason = models.CharField(max_length=60, blank=True)

    variant_id: UUID

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["variant"], condition=models.Q(voided_at=None), name="one_valid_approval"
            ),
        )


class Comment(models.Model):
    """What a person said about a post, perhaps about some of its words."""

    id = models.UUIDField(primary_key=True, default=new_id)
    post = models.ForeignKey("plan.Post", on_delete=models.CASCADE, related_name="comments")
    round = models.ForeignKey(Round, null=True, on_delete=models.SET_NULL, related_name="comments")
    by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    at = models.DateTimeField()
    text = models.TextField()
    sent_back = models.BooleanField(default=False)
