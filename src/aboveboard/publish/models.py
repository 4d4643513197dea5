"""Rows of the publish stage: connections, deliveries, attempts and what is on the networks."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from aboveboard.kernel.ids import new_id


class State(models.TextChoices):
    """Where a delivery stands. `rules.MOVES` says which moves there are; the database holds it."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    HELD = "held"


class Connection(models.Model):
    """The secrets of a channel, sealed, and how they do. `state`: ok, dead.

    `not_before`: the network asked every worker to wait until then. Channels of one app, where the
    network counts by the app, share a `rate_key`, and so that wait. `expires_at` is when the
    sign-in ends unless it is renewed, None when nobody says; `looked_at` when that was last tried,
    `warned_at` when people were last told. Until `renewing_until` somebody is renewing the secrets,
    and nobody else does: many networks take a refresh token once.
    """

    channel = models.OneToOneField(
        "brand.Channel", primary_key=True, on_delete=models.CASCADE, related_name="connection"
    )
    sealed = models.BinaryField()
    state = models.CharField(max_length=8, default="ok")
    why = models.TextField(blank=True)
    checked_at = models.DateTimeField()
    refreshed_at = models.DateTimeField(null=True)
    not_before = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    looked_at = models.DateTimeField(null=True)
    warned_at = models.DateTimeField(null=True)
    renewing_until = models.DateTimeField(null=True)
    rate_key = models.CharField(max_length=64, blank=True, default="", db_index=True)

    channel_id: UUID


class App(models.Model):
    """A workspace's own app at a network, with which people sign in there. The secret is sealed.

    `server` is "" for the network itself, else the server that the app belongs to.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    workspace = models.ForeignKey("people.Workspace", on_delete=models.CASCADE)
    network = models.CharField(max_length=40)
    server = models.CharField(max_length=300, blank=True)
    client_id = models.CharField(max_length=300)
    sealed = models.BinaryField()
    added_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["workspace", "network", "server"], name="app_once"),
        )


class Delivery(models.Model):
    """One variant on its way to one channel, with the approved content word for word.

    `payload` is the canonical JSON that was approved, `digest` its SHA-256; it has `parts` posts.
    `next_step` (upload, publish) and `next_part` say how far it is; `progress` holds the pictures
    that are on the network already: {"media": {place: {"ref", "alt", "width", "height"}}}.
    `next_at` is when to look at it next: the due time, a retry or the next read-back, or None
    when only a person can go on. `tries` counts failures in a row, `looks` read-backs and
    `absent` those in a row that found nothing and may be believed. Before `settle_after` a
    request that was lost may still take effect.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    variant = models.OneToOneField(
        "create.Variant", on_delete=models.PROTECT, related_name="delivery"
    )
    channel = models.ForeignKey(
        "brand.Channel", on_delete=models.PROTECT, related_name="deliveries", db_index=False
    )
    approval = models.ForeignKey("review.Approval", on_delete=models.PROTECT, related_name="+")
    payload = models.TextField()
    digest = models.CharField(max_length=64)
    parts = models.SmallIntegerField()
    at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    why = models.TextField(blank=True, default="")
    next_at = models.DateTimeField(null=True)
    next_step = models.CharField(max_length=8, default="publish")
    next_part = models.SmallIntegerField(default=0)
    tries = models.SmallIntegerField(default=0)
    looks = models.SmallIntegerField(default=0)
    absent = models.SmallIntegerField(default=0)
    settle_after = models.DateTimeField(null=True)
    worker = models.UUIDField(null=True)
    progress: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField(default=dict)
    sent_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    variant_id: UUID
    channel_id: UUID
    approval_id: UUID

    class Meta:
        indexes = (
            models.Index(
                fields=["next_at"],
                condition=models.Q(state__in=["waiting", "unknown"]),
                name="delivery_due",
            ),
            models.Index(
                fields=["channel", "next_at"],
                condition=models.Q(state="waiting"),
                name="delivery_waiting",
            ),
            models.Index(
                fields=["channel"],
                condition=models.Q(state__in=["sending", "unknown"]),
                name="delivery_open",
            ),
            models.Index(
                fields=["channel", "sent_at"],
                condition=models.Q(state="sent"),
                name="delivery_sent",
            ),
            models.Index(
                fields=["channel"],
                condition=models.Q(state__in=["unknown", "refused", "held"]),
                name="delivery_stuck",
            ),
        )


class Attempt(models.Model):
    """One request for a delivery; those that publish are written down before they are made.

    `step`: upload, prepare, publish, look, person, edit, delete. `outcome`: "" while open, then
    done, later, sign_in, refused, gone, unknown, unsent (it was never made), found, absent. Of all
    attempts to publish one delivery, at most one is open or unknown: the database refuses a second.
    `next` says what happens then, for a person.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    delivery = models.ForeignKey(
        Delivery, on_delete=models.CASCADE, related_name="attempts", db_index=False
    )
    step = models.CharField(max_length=8)
    part = models.SmallIntegerField(default=0)
    worker = models.UUIDField(null=True)
    started_at = models.DateTimeField()
    ended_at: "models.DateTimeField[datetime | None, datetime | None]" = models.DateTimeField(
        null=True
    )
    outcome = models.CharField(max_length=10, blank=True, default="")
    status = models.SmallIntegerField(null=True)
    answer = models.TextField(blank=True, default="")
    next = models.TextField(blank=True, default="")

    class Meta:
        indexes = (models.Index(fields=["delivery", "started_at"], name="attempt_of_delivery"),)
        constraints = (
            models.UniqueConstraint(
                fields=["delivery"],
                condition=models.Q(step="publish", outcome__in=["", "unknown"]),
                name="one_unsettled_request",
            ),
        )


class SentPart(models.Model):
    """One part that is on the network; a remote id belongs to one part only."""

    id = models.UUIDField(primary_key=True, default=new_id)
    delivery = models.ForeignKey(
        Delivery, on_delete=models.CASCADE, related_name="out", db_index=False
    )
    channel = models.ForeignKey("brand.Channel", on_delete=models.PROTECT, db_index=False)
    part = models.SmallIntegerField()
    remote_id = models.CharField(max_length=300)
    url = models.CharField(max_length=600, blank=True)
    handle = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["delivery", "part"], name="part_once"),
            models.UniqueConstraint(fields=["channel", "remote_id"], name="remote_id_once"),
        )


# Amendments by which what was out is not there any more; of one row `takes_down` tells it.
TOOK_DOWN = models.Q(kind="delete", state="done")


class Amendment(models.Model):
    """A change of what is out: other words in its place (`edit`), or taking it down (`delete`).

    `payload` is the canonical JSON of what is asked (`amending.Wanted`), `digest` its SHA-256: that
    is what a person approves. `state`: asked, approved, done, failed, withdrawn. An approved one is
    carried out by a worker, `next_part` after `next_part`; since giving a post the same words twice
    and taking it down twice are harmless, a lost answer is simply asked for again. It never
    publishes anything.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="amendments")
    kind = models.CharField(max_length=8)
    payload = models.TextField()
    digest = models.CharField(max_length=64)
    reason = models.TextField(blank=True)
    asked_by = models.ForeignKey(
        "people.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        "people.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, default="asked")
    why = models.TextField(blank=True, default="")
    next_at = models.DateTimeField(null=True)
    next_part = models.SmallIntegerField(default=0)
    tries = models.SmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)

    delivery_id: UUID

    @property
    def is_edit(self) -> bool:
        return self.kind == "edit"

    @property
    def takes_down(self) -> bool:
        """Whether what was out is not there any more because of it."""
        return self.kind == "delete" and self.state == "done"

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["delivery"],
                condition=models.Q(state__in=["asked", "approved"]),
                name="one_open_amendment",
            ),
        )
        indexes = (
            models.Index(
                fields=["next_at"],
                condition=models.Q(state="approved"),
                name="amendment_due",
            ),
        )


class Worker(models.Model):
    """A process that sends. While it lives it holds an advisory lock on its number.

    One that `is_leaving` finishes what it has in hand and takes no more.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.IntegerField(unique=True)
    host = models.CharField(max_length=200)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    is_leaving = models.BooleanField(default=False, db_default=False)


class Pause(models.Model):
    """Sending stands still for a brand, or for a whole workspace when `brand` is empty."""

    id = models.UUIDField(primary_key=True, default=new_id)
    workspace = models.ForeignKey("people.Workspace", on_delete=models.CASCADE)
    brand = models.ForeignKey("brand.Brand", null=True, on_delete=models.CASCADE)
    by = models.ForeignKey("people.User", null=True, on_delete=models.SET_NULL)
    since = models.DateTimeField()
    reason = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["workspace", "brand"], nulls_distinct=False, name="one_pause"
            ),
        )


class Notice(models.Model):
    """That people were told of a delivery that goes no further by itself: how it was, and why."""

    delivery = models.OneToOneField(
        Delivery, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    state = models.CharField(max_length=8)
    why = models.TextField()
    at = models.DateTimeField()

    delivery_id: UUID
