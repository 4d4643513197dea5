"""What is on its way, what is out, and what needs a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from aboveboard.brand.models import Channel
from aboveboard.kernel import clock
from aboveboard.kernel.errors import NotFound
from aboveboard.people.actors import Actor
from aboveboard.publish.models import (
    TOOK_DOWN,
    Amendment,
    Attempt,
    Connection,
    Delivery,
    Pause,
    SentPart,
    State,
    Worker,
)

UNATTENDED_AFTER = timedelta(minutes=1)
# Held because the approval is void: the review shows those.
_NEEDS_PERSON = (
    Q(state=State.UNKNOWN, next_at=None)
    | Q(state=State.REFUSED)
    | Q(state=State.HELD, approval__voided_at=None)
)


@dataclass(frozen=True)
class StoryLine:
    """One attempt as a person reads it. `status` is the HTTP status, where there was one.

    `step` is the engine's own name of it, `shows` says that after it the post is there for readers.
    """

    step: str
    at: datetime
    ended_at: datetime | None
    what: str
    outcome: str
    status: int | None
    answer: str
    next: str

    @property
    def is_change(self) -> bool:
        """Whether it was about changing what was out already."""
        return self.step in {"edit", "delete"}

    @property
    def shows(self) -> bool:
        return (
            self.step not in _BEFORE
            and not self.is_change
            and self.outcome in {"done", "it is there"}
        )


@dataclass(frozen=True)
class Needs:
    """What waits for a person in a workspace."""

    deliveries: Sequence[Delivery]
    dead: Sequence[Connection]

    def __len__(self) -> int:
        return len(self.deliveries) + len(self.dead)


def deliveries(
    brand_id: UUID, *, states: Sequence[str] = (), most: int | None = None
) -> QuerySet[Delivery]:
    """The deliveries of a brand in the order of their time, with variant, post and channel."""
    found = Delivery.objects.filter(channel__brand_id=brand_id).select_related(
        "channel", "variant__post"
    )
    if states:
        found = found.filter(state__in=states)
    found = found.order_by("at", "id")
    return found[:most] if most else found


def delivery(actor: Actor, delivery_id: UUID) -> Delivery:
    """A delivery with its channel, approval and post. Raises NotFound."""
    found = (
        Delivery.objects.filter(pk=delivery_id, channel__brand__workspace_id=actor.workspace_id)
        .select_related("channel", "approval__by", "variant__post")
        .first()
    )
    if not found:
        raise NotFound("There is no such delivery here.", mend="Look in the calendar.")
    return found


def of_post(post_id: UUID) -> QuerySet[Delivery]:
    """The deliveries of a post, with what is out of them."""
    return (
        Delivery.objects.filter(variant__post_id=post_id)
        .select_related("channel", "approval__by")
        .prefetch_related("out")
        .order_by("channel__added_at")
    )


def addresses(post_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Where the variants of these posts can be seen, of those that are out and have an address."""
    down = Amendment.objects.filter(TOOK_DOWN, delivery_id=OuterRef("delivery_id"))
    first = SentPart.objects.filter(
        ~Exists(down), delivery__variant__post_id__in=list(post_ids), part=0
    )
    return dict(first.exclude(url="").values_list("delivery__variant_id", "url"))


def story(delivery_id: UUID) -> list[StoryLine]:
    """What was tried for a delivery, in order; requests that were never made are left out."""
    attempts = Attempt.objects.filter(delivery_id=delivery_id).exclude(outcome="unsent")
    many = attempts.filter(part__gt=0).exclude(step="upload").exists()
    return [_line(attempt, many=many) for attempt in attempts.order_by("started_at", "id")]


# Steps that show nothing to readers.
_BEFORE = frozenset({"upload", "prepare"})
_STEPS = {
    "upload": "Picture or video uploaded",
    "prepare": "Made ready at the network",
    "publish": "Sent to the network",
    "look": "Looked whether it is there",
    "person": "A person looked",
    "edit": "Changed at the network",
    "delete": "Taken down at the network",
}
_OUTCOMES = {
    "": "under way",
    "done": "done",
    "later": "not now",
    "sign_in": "the sign-in was not accepted",
    "refused": "refused",
    "gone": "gone",
    "unknown": "no answer came",
    "found": "it is there",
    "absent": "it is not there",
}


def _line(attempt: Attempt, *, many: bool) -> StoryLine:
    what = _STEPS.get(attempt.step, attempt.step)
    if attempt.step == "upload" or many:
        what = f"{what} ({attempt.part + 1})"
    return StoryLine(
        step=attempt.step,
        at=attempt.started_at,
        ended_at=attempt.ended_at,
        what=what,
        outcome=_OUTCOMES.get(attempt.outcome, attempt.outcome),
        status=attempt.status,
        answer=attempt.answer,
        next=attempt.next,
    )


def last_tried(delivery_id: UUID) -> datetime | None:
    """When the last request that would publish something of this delivery began."""
    tries = Attempt.objects.filter(delivery_id=delivery_id, step="publish")
    made = tries.exclude(outcome="unsent").order_by("-started_at")
    return made.values_list("started_at", flat=True).first()


def known_there(channel_id: UUID, remote_ids: Sequence[str]) -> set[str]:
    """Which of these posts of a channel are known to be a delivery's already."""
    rows = SentPart.objects.filter(channel_id=channel_id, remote_id__in=remote_ids)
    return set(rows.values_list("remote_id", flat=True))


def due_count(moment: datetime | None = None) -> int:
    """How many deliveries are due and not yet sent."""
    now = moment or clock.now()
    return Delivery.objects.filter(state=State.WAITING, next_at__lte=now).count()


def needs_person(workspace_id: UUID, *, most: int = 100) -> Needs:
    """Deliveries that go no further by themselves, and channels to connect again."""
    waiting = (
        Delivery.objects.filter(_NEEDS_PERSON, channel__brand__workspace_id=workspace_id)
        .select_related("channel__brand", "variant__post")
        .order_by("at")[:most]
    )
    return Needs(
        deliveries=list(waiting),
        dead=list(
            Connection.objects.filter(
                state="dead",
                channel__removed_at=None,
                channel__brand__workspace_id=workspace_id,
            ).select_related("channel__brand")
        ),
    )


def stuck(brand_id: UUID) -> QuerySet[Delivery]:
    """Deliveries of a brand that go no further by themselves, with channel and post."""
    return (
        Delivery.objects.filter(_NEEDS_PERSON, channel__brand_id=brand_id)
        .select_related("channel", "variant__post")
        .order_by("at")
    )


def failed_changes(brand_id: UUID) -> QuerySet[Amendment]:
    """Changes of what is out that could not be carried out, or have no channel to go to.

    One that was asked for anew since, or taken back, is not among them.
    """
    later = Amendment.objects.filter(
        delivery_id=OuterRef("delivery_id"), asked_at__gt=OuterRef("asked_at")
    )
    gone = Q(delivery__channel__removed_at__isnull=False)
    dead = Q(delivery__channel__connection__state="dead")
    return (
        Amendment.objects.filter(Q(state="failed") | Q(state="approved") & (gone | dead))
        .filter(~Exists(later), delivery__channel__brand_id=brand_id)
        .select_related("delivery__channel", "delivery__variant__post")
        .order_by("asked_at")
    )


def asked_changes(brand_id: UUID) -> QuerySet[Amendment]:
    """Changes of what is out that wait for somebody's yes, the earliest first."""
    return (
        Amendment.objects.filter(
            state="asked",
            delivery__channel__brand_id=brand_id,
            delivery__variant__post__removed_at=None,
        )
        .select_related("asked_by", "delivery__channel", "delivery__variant__post")
        .order_by("asked_at")
    )


def needing_person(brand_id: UUID) -> int:
    """How many deliveries, changes and connections of a brand wait for a person."""
    stuck = Delivery.objects.filter(_NEEDS_PERSON, channel__brand_id=brand_id)
    dead = Connection.objects.filter(
        state="dead", channel__brand_id=brand_id, channel__removed_at=None
    )
    changes = asked_changes(brand_id).count() + failed_changes(brand_id).count()
    return stuck.count() + changes + dead.count()


def channels(brand_id: UUID) -> QuerySet[Channel]:
    """The channels of a brand with their `connection` (state, why, not_before)."""
    return (
        Channel.objects.filter(brand_id=brand_id, removed_at=None)
        .select_related("connection")
        .order_by("added_at")
    )


def overdue(workspace_id: UUID, brand_id: UUID | None = None) -> QuerySet[Delivery]:
    """Deliveries of a workspace or one of its brands that are due and have not begun."""
    found = Delivery.objects.filter(
        state=State.WAITING,
        next_at__lte=clock.now(),
        channel__brand__workspace_id=workspace_id,
    )
    return found.filter(channel__brand_id=brand_id) if brand_id else found


def on_the_way(deliveries: Iterable[Delivery]) -> int:
    """How many of these are being sent, or are due and wait for nothing but a worker."""
    now = clock.now()
    return sum(
        one.state == State.SENDING
        or (one.state == State.WAITING and not one.why and bool(one.next_at and one.next_at <= now))
        for one in deliveries
    )


def unattended(workspace_id: UUID) -> bool:
    """Whether something has been due for a minute while no worker has shown itself."""
    then = clock.now() - UNATTENDED_AFTER
    if Worker.objects.filter(seen_at__gt=then).exists():
        return False
    return overdue(workspace_id).filter(next_at__lte=then).exists()


def pauses(workspace_id: UUID) -> QuerySet[Pause]:
    """Where sending stands still; one without a brand is for the whole workspace."""
    return Pause.objects.filter(workspace_id=workspace_id).select_related("brand", "by")
