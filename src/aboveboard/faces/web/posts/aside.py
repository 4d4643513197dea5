"""What stands beside a post's story: the words as they went out, their numbers, the proof.

In: a post with its variants and deliveries. Out: plain values for templates/posts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aboveboard.channels.base import page_of
from aboveboard.channels.registry import network
from aboveboard.create.models import Revision, Variant
from aboveboard.create.words.origins import Origin, Passage, text_of
from aboveboard.disclose.content import Content, Picture
from aboveboard.disclose.queries import content as content_of
from aboveboard.disclose.rules import Label
from aboveboard.faces.web.editor.sheet import for_meter
from aboveboard.measure import queries as measure
from aboveboard.measure.queries import Metric, PostNumbers
from aboveboard.measure.rules import value_at
from aboveboard.plan.models import Post
from aboveboard.publish import queries as published
from aboveboard.publish.models import Delivery

_OUT = frozenset({"sent", "sending", "unknown"})
# The numbers that a curve is drawn of, the most telling first.
_CURVES: tuple[Metric, ...] = ("replies", "likes", "clicks")


@dataclass(frozen=True)
class Words:
    """A text and the channels that have it, word for word."""

    channels: tuple[tuple[str, str], ...]
    language: str
    passages: tuple[Passage, ...]
    shares: dict[str, int]
    label: Label | None
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class Doubt:
    """What a person compares when nobody could read a channel back.

    What was sent, when the last try began, and the account's own page ("" where none is known).
    """

    parts: tuple[str, ...]
    language: str
    pictures: tuple[Picture, ...]
    tried_at: datetime | None
    page: str


@dataclass(frozen=True)
class Proof:
    """How what was sent is bound to what was approved."""

    digests: tuple[str, ...]
    sent: int
    agree: bool


@dataclass(frozen=True)
class Line:
    """One curve of numbers; None where there is no value at that moment."""

    word: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Curve:
    """Curves over the same moments."""

    moments: tuple[datetime, ...]
    lines: tuple[Line, ...]


def words_of(variants: Sequence[Variant], deliveries: Iterable[Delivery]) -> list[Words]:
    """The words of a post: as they went out where they did, else as they stand; equal ones once."""
    by_variant = {one.variant_id: one for one in deliveries}
    found: dict[tuple[str, str], Words] = {}
    for variant in variants:
        if not variant.head:
            continue
        one = _words(variant, variant.head, by_variant.get(variant.pk))
        key = (text_of(one.passages), one.label.text if one.label else "")
        same = found.get(key)
        found[key] = replace(same, channels=same.channels + one.channels) if same else one
    return list(found.values())


def _words(variant: Variant, head: Revision, delivery: Delivery | None) -> Words:
    channels = ((variant.channel.network, variant.channel.name),)
    if not delivery or delivery.state not in _OUT:
        pictures = content_of(variant, variant.post.brand).pictures if head.media else ()
        shares = for_meter(head.shares)
        return Words(channels, variant.language, head.written, shares, None, pictures)
    content = Content.model_validate_json(delivery.payload)
    sent = head
    if head.digest != content.revision:
        known = Revision.objects.filter(variant=variant, digest=content.revision).first()
        sent = known or head
    passages = sent.written
    if sent.digest != content.revision:
        # The revision is not there: then the words as they were sent, of an origin not known here.
        text = "\n\n".join(content.parts)
        passages = (Passage(text=text, origin=Origin(kind="import", source="the delivery")),)
    return Words(
        channels=channels,
        language=content.language,
        passages=passages,
        shares=for_meter(sent.shares),
        label=content.label,
        pictures=content.pictures,
    )


def doubt_of(delivery: Delivery) -> Doubt:
    """What went out, perhaps, and where one looks whether it did."""
    content = Content.model_validate_json(delivery.payload)
    channel = delivery.channel
    return Doubt(
        parts=content.parts,
        language=content.language,
        pictures=content.pictures,
        tried_at=published.last_tried(delivery.pk),
        page=page_of(
            network(channel.network),
            server=channel.server,
            handle=channel.handle,
            remote_id=channel.remote_id,
        ),
    )


def proof_of(deliveries: Sequence[Delivery]) -> Proof:
    """Whether what was sent is what was approved, by their digests."""
    out = [one for one in deliveries if one.state == "sent"]
    return Proof(
        digests=tuple(dict.fromkeys(_shown(one.digest) for one in out)),
        sent=len(out),
        agree=all(one.digest == one.approval.digest for one in out),
    )


def _shown(digest: str) -> str:
    return " ".join(digest[n : n + 4] for n in (0, 4, 8))


def curve_of(post: Post, deliveries: Iterable[Delivery]) -> Curve | None:
    """How a post's most telling number grew, beside the middle of the brand's other posts."""
    told = ((metric, measure.curve(post.pk, metric)) for metric in _CURVES)
    metric, points = next(((name, line) for name, line in told if len(line) > 1), ("replies", ()))
    if not points:
        return None
    began = min((one.sent_at for one in deliveries if one.sent_at), default=points[0].at)
    last = points[-1].at
    middle = measure.middle_curve(post.brand_id, metric, without=post.pk)
    ages = (
        {began + m.age: m.value for m in middle.points if began + m.age <= last} if middle else {}
    )
    moments = tuple(sorted({began, *(point.at for point in points), *ages}))
    lines = [Line(_told(metric, points[-1].value), tuple(value_at(points, at) for at in moments))]
    if middle and ages:
        word = ngettext(
            "middle of %(n)d post: %(value)d", "middle of %(n)d posts: %(value)d", middle.posts
        ) % {"n": middle.posts, "value": list(ages.values())[-1]}
        lines.append(Line(word, tuple(ages.get(at) for at in moments)))
    return Curve(moments, tuple(lines))


def _told(metric: Metric, value: int) -> str:
    words = {
        "replies": ngettext("%(n)d reply", "%(n)d replies", value),
        "likes": ngettext("%(n)d like", "%(n)d likes", value),
        "clicks": ngettext("%(n)d click", "%(n)d clicks", value),
    }
    return words[metric] % {"n": value}


@dataclass(frozen=True)
class Figure:
    """A number of a post: its word, the sum over the channels, and each channel's, as ordered."""

    word: str
    total: int | None
    values: tuple[int | None, ...]


def figures(numbers: PostNumbers) -> list[Figure]:
    """What is told of everywhere, then what some networks tell besides."""
    words = {
        "replies": _("replies"),
        "likes": _("likes"),
        "reposts": _("reposts"),
        "clicks": _("clicks"),
        "quotes": _("quotes"),
        "saves": _("saves"),
        "views": _("views"),
        "reach": _("reach"),
    }
    found = [
        Figure(
            word,
            getattr(numbers.total, metric),
            tuple(getattr(one.numbers, metric) for one in numbers.channels),
        )
        for metric, word in words.items()
    ]
    return [one for place, one in enumerate(found) if place < 4 or one.total is not None]


def subjects(post: Post, variants: Iterable[Variant], deliveries: Iterable[Delivery]) -> list[UUID]:
    """Everything of a post that the ledger may have entries about."""
    return [post.pk, *(one.pk for one in variants), *(one.pk for one in deliveries)]
