"""Whether a file or a text is one that a brand has published: asked of the rows, nothing is kept.

Only what is out counts. What was taken away is known by its exact bytes or words alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, F, IntegerField, Q, Value, When
from django.db.models.expressions import RawSQL

from aboveboard.brand.models import Brand
from aboveboard.create.models import Asset
from aboveboard.disclose import looking
from aboveboard.disclose.content import Content
from aboveboard.disclose.looking import PLAIN_BITS, Known, seek
from aboveboard.disclose.matching import Comparison, compare, forms, plain
from aboveboard.media.likeness import Likeness
from aboveboard.publish.amending import changed, shown
from aboveboard.publish.models import Delivery
from aboveboard.publish.published import taken_away
from aboveboard.publish.record import out

# So many pictures and posts are looked at closely.
_PICTURES, _POSTS, _WORDS = 20, 12, 8
_SHORT = 4


@dataclass(frozen=True)
class Seen:
    """A picture's standing. `delivery` is the newest post that carries it."""

    found: looking.Found
    delivery: Delivery | None = None
    is_gone: bool = False


@dataclass(frozen=True)
class Read:
    """A text's standing; `title` and differences only of what is still out."""

    comparison: Comparison
    delivery: Delivery | None = None
    is_gone: bool = False


def picture(brand: Brand, digest: str, look: Likeness | None) -> Seen:
    """Where these bytes went out, or a signed copy of them, else a picture that looks the same."""
    same = Asset.objects.filter(Q(digest=digest) | Q(sent_digest=digest), brand=brand)
    for asset in sorted(same, key=lambda one: one.sent_digest != digest):
        delivery = _carrying(brand, asset)
        if delivery:
            found: looking.Found = (
                "exact" if digest == (asset.sent_digest or asset.digest) else "original"
            )
            return Seen(found, delivery, bool(taken_away([delivery])))
    if look is None or look.bits is None:
        return Seen("unknown")
    known = []
    for asset in _near(brand, look.bits):
        delivery = _carrying(brand, asset)
        if delivery and not taken_away([delivery]):
            likeness = Likeness(asset.likeness, bytes(asset.colours or b""))
            known.append((delivery, Known(likeness)))
    near, found = seek(digest, look, known)
    return Seen(found, near)


def text(brand: Brand, given: str) -> Read:
    """The post whose words these are, or that they are nearest to."""
    rows = _candidates(brand, given)
    gone = taken_away(rows)
    changes = changed(rows)
    order = {"unknown": 0, "altered": 1, "excerpt": 2, "exact": 3}
    best, nearest = Comparison("unknown"), None
    for row in rows:
        content = shown(row, changes)
        found = compare(given, _forms(content))
        if row.pk in gone and found.found != "exact":
            continue
        if (order[found.found], found.likeness) > (order[best.found], best.likeness):
            best, nearest = found, row
    return Read(best, nearest, bool(nearest and nearest.pk in gone))


def _forms(content: Content) -> Iterable[str]:
    return forms(content.parts, content.bare_parts)


def _carrying(brand: Brand, asset: Asset) -> Delivery | None:
    """The newest post that is out with this picture."""
    rows = out(brand).select_related("variant__post").filter(payload__contains=asset.digest)
    for row in rows[:_PICTURES]:
        pictures = Content.model_validate_json(row.payload).pictures
        if any(one.digest == asset.digest for one in pictures):
            return row
    return None


def _near(brand: Brand, bits: int) -> Iterable[Asset]:
    apart = RawSQL(
        "bit_count((create_asset.likeness # %s)::bit(64))", (bits,), output_field=IntegerField()
    )
    return (
        Asset.objects.filter(brand=brand, likeness__isnull=False)
        .annotate(apart=apart)
        .filter(apart__lte=PLAIN_BITS)
        .order_by("apart", "pk")[:_PICTURES]
    )


def _candidates(brand: Brand, given: str) -> list[Delivery]:
    """The posts that hold most of the text's longest words, found by one pass of the database."""
    words = {word for word in plain(given).split(" ") if not set(word) & {'"', "\\"}}
    longest = sorted((w for w in words if len(w) >= _SHORT), key=lambda w: (-len(w), w))
    chosen = longest[:_WORDS] or sorted(words)[:_WORDS]
    if not chosen:
        return []
    score = sum(
        (
            Case(When(payload__contains=word, then=Value(1)), default=Value(0))
            for word in chosen[1:]
        ),
        start=Case(
            When(payload__contains=chosen[0], then=Value(1)),
            default=Value(0),
            output_field=IntegerField(),
        ),
    )
    return list(
        out(brand)
        .select_related("variant__post")
        .annotate(score=score)
        .filter(score__gte=max(1, len(chosen) // 2))
        .order_by(F("score").desc(), "-sent_at", "-id")[:_POSTS]
    )
