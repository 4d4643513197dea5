"""The public record of a brand, from rows alone: who wrote what, under which rules, with proof.

It holds what is out on every channel and no name of a person.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Case, CharField, Count, F, JSONField, Min, Q, QuerySet, Value, When
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast, TruncMonth

from aboveboard.brand.models import Brand, PolicyVersion
from aboveboard.brand.rules import Policy
from aboveboard.create.models import Call, Revision
from aboveboard.disclose.content import Content
from aboveboard.disclose.rules import Label, in_record
from aboveboard.ledger import queries as ledger
from aboveboard.ledger.models import Entry
from aboveboard.people.models import Membership
from aboveboard.publish.models import Delivery, State

MONTHS = 12
# What each kind of label counts as in the figures.
GROUP_OF = {"people": "people", "template": "template", "brought": "brought"}
_AS_APPROVED = Q(
    digest=F("approval__digest"),
    payload=F("approval__content"),
    approval__variant=F("variant"),
    approval__at__lte=F("sent_at"),
)


@dataclass(frozen=True)
class Month:
    """How many posts went out in a month, by who wrote them."""

    first: date
    people: int = 0
    model: int = 0
    template: int = 0
    brought: int = 0

    @property
    def total(self) -> int:
        return self.people + self.model + self.template + self.brought


@dataclass(frozen=True)
class Figures:
    """The counts at the top. `said` is how many carry the words that a model took part."""

    posts: int
    approved: int
    channels: int
    since: datetime | None
    people: int
    model: int
    said: int
    template: int
    brought: int
    months: tuple[Month, ...]


@dataclass(frozen=True)
class Line:
    """A post of the record. `shares` maps a kind of origin to percent, empty when not known."""

    delivery: UUID
    title: str
    language: str
    network: str
    channel: str
    sent_at: datetime
    label: Label
    shares: dict[str, int]
    is_approved: bool
    approved_at: datetime

    @property
    def said(self) -> str:
        """What the record calls it, in the post's language."""
        return in_record(self.label.kind, self.language)


@dataclass(frozen=True)
class Proof:
    """One post's whole record: what was approved, by whom as a role, and the ledger's entries."""

    line: Line
    digest: str
    role: str
    parts: int
    pictures: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Rules:
    """A policy as it stood from a moment on."""

    policy: Policy
    since: datetime


def out(brand: Brand) -> QuerySet[Delivery]:
    """Everything that is out, on every channel, the newest first."""
    return (
        Delivery.objects.filter(variant__post__brand=brand, state=State.SENT, sent_at__isnull=False)
        .select_related("approval", "channel", "variant__post")
        .order_by("-sent_at", "-id")
    )


def newest(brand: Brand) -> QuerySet[Delivery, UUID]:
    """The ids of everything that is out, the newest first: by the index of channels alone."""
    return (
        Delivery.objects.filter(channel__brand=brand, state=State.SENT, sent_at__isnull=False)
        .order_by("-sent_at", "-id")
        .values_list("pk", flat=True)
    )


def these(brand: Brand, ids: Iterable[UUID]) -> list[Delivery]:
    """Some of what is out, the newest first."""
    return list(out(brand).filter(pk__in=list(ids)))


def figures(brand: Brand, now: datetime) -> Figures:
    """The counts of a brand, its months in the brand's zone."""
    zone = ZoneInfo(brand.zone)
    sent = out(brand)
    whole = sent.aggregate(
        posts=Count("pk"),
        approved=Count("pk", filter=_AS_APPROVED),
        channels=Count("channel", distinct=True),
        since=Min("sent_at"),
    )
    kinds = (
        _grouped(sent)
        .annotate(
            first=TruncMonth("sent_at", tzinfo=zone),
        )
        .values_list("first", "group", "ai")
        .annotate(number=Count("pk"))
    )
    groups: Counter[str] = Counter()
    months: dict[date, Counter[str]] = {}
    said = 0
    for first, group, ai, number in kinds:
        groups[group] += number
        said += number if ai == "true" else 0
        months.setdefault(first.date().replace(day=1), Counter())[group] += number
    return Figures(
        posts=whole["posts"],
        approved=whole["approved"],
        channels=whole["channels"],
        since=whole["since"],
        people=groups["people"],
        model=groups["model"],
        said=said,
        template=groups["template"],
        brought=groups["brought"],
        months=_filled(months, now.astimezone(zone).date()),
    )


def _grouped(sent: QuerySet[Delivery]) -> Any:
    """What went out, each with the `group` that it counts as by its label."""
    return sent.order_by().annotate(
        body=Cast("payload", JSONField()),
        kind=KeyTextTransform("kind", KeyTransform("label", "body")),
        ai=KeyTextTransform("ai", KeyTransform("label", "body")),
        group=Case(
            # A picture of a model makes a post one that a model took part in.
            When(ai="true", then=Value("model")),
            When(kind__in=list(GROUP_OF), then=F("kind")),
            default=Value("model"),
            output_field=CharField(),
        ),
    )


def _filled(months: dict[date, Counter[str]], today: date) -> tuple[Month, ...]:
    """The months from the first with a post to this one, at most the last twelve."""
    if not months:
        return ()
    result: list[Month] = []
    first = today.replace(day=1)
    while len(result) < MONTHS and first >= min(months):
        result.append(Month(first, **months.get(first, Counter())))
        first = (
            first.replace(year=first.year - 1, month=12)
            if first.month == 1
            else first.replace(month=first.month - 1)
        )
    return tuple(reversed(result))


def lines(deliveries: Sequence[Delivery]) -> list[Line]:
    """Deliveries as lines of the record, with two queries whatever their number."""
    contents = {row.pk: Content.model_validate_json(row.payload) for row in deliveries}
    revisions = Revision.objects.filter(
        variant__in=[row.variant_id for row in deliveries],
        digest__in={content.revision for content in contents.values()},
    ).defer("text", "passages", "media")
    shares = {
        (revision.variant_id, revision.digest): {
            "person": revision.people_share,
            "model": revision.model_share,
            "pasted": revision.pasted_share,
            "template": revision.template_share,
        }
        for revision in revisions
    }
    return [
        Line(
            delivery=row.pk,
            title=contents[row.pk].title,
            language=contents[row.pk].language,
            network=row.channel.network,
            channel=row.channel.name,
            sent_at=row.sent_at or row.at,
            label=contents[row.pk].label,
            shares=shares.get((row.variant_id, contents[row.pk].revision), {}),
            is_approved=is_as_approved(row),
            approved_at=row.approval.at,
        )
        for row in deliveries
    ]


def is_as_approved(row: Delivery) -> bool:
    """Whether what went out is, to the byte, what a person approved before."""
    given = row.approval
    return (
        row.digest == given.digest
        and row.payload == given.content
        and row.variant_id == given.variant_id
        and given.at <= (row.sent_at or row.at)
    )


def proof(brand: Brand, delivery_id: UUID) -> Proof | None:
    """The record of one post that is out; None when there is none by this id."""
    row = out(brand).select_related("approval", "channel", "variant").filter(pk=delivery_id).first()
    if not row:
        return None
    (line,) = lines([row])
    content = Content.model_validate_json(row.payload)
    member = Membership.objects.filter(
        user_id=row.approval.by_id, workspace_id=brand.workspace_id
    ).first()
    about = ledger.entries(brand.workspace_id).filter(
        subject_id__in=[row.pk, row.variant_id, row.variant.post_id, row.approval_id]
    )
    return Proof(
        line=line,
        digest=row.digest,
        role=member.role if member else "",
        parts=len(content.parts),
        pictures=len(content.pictures),
        entries=tuple(about),
    )


def rules_over_time(brand: Brand) -> list[Rules]:
    """The policies of a brand, today's first; one that was set again without change counts once."""
    rows = PolicyVersion.objects.filter(brand=brand).order_by("since")
    kept = [next(same) for _, same in groupby(rows, key=lambda row: row.digest)]
    return [Rules(Policy.model_validate(row.policy), row.since) for row in reversed(kept)]


@dataclass(frozen=True)
class WithoutAI:
    """That a brand uses no AI: since when, how many posts went out since, and whether it holds.

    `holds` is whether no model was asked for it since and nothing that went out since has words
    or pictures of one.
    """

    since: datetime
    posts: int
    holds: bool


def without_ai(brand: Brand) -> WithoutAI | None:
    """What the rows say of a brand whose rules let no model do anything; None for others."""
    since = None
    for rules in rules_over_time(brand):
        if not rules.policy.ai_free:
            break
        since = rules.since
    if since is None:
        return None
    sent = out(brand).filter(sent_at__gte=since)
    groups = Counter(_grouped(sent).values_list("group", flat=True))
    called = ledger.entries(brand.workspace_id, subject_id=brand.pk, kind="model.called")
    asked = (
        Call.objects.filter(brand=brand, asked_at__gt=since).exists()
        or called.filter(at__gt=since).exists()
    )
    return WithoutAI(since, sum(groups.values()), not (asked or groups["model"]))
