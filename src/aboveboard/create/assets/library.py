"""The library as it is asked: by words, folder, kind, origin, rights, likeness, and by use."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import combinations
from uuid import UUID

from django.db.models import (
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
)
from django.db.models.expressions import RawSQL

from aboveboard.create.assets.found_by import WORDS, asked
from aboveboard.create.assets.rights import WARNED
from aboveboard.create.models import Asset, Folder, Revision, Variant
from aboveboard.create.words.origins import GENERATED
from aboveboard.media.likeness import SAME_BITS, SAME_COLOURS, colours_apart, differing
from aboveboard.text.cleaning import clean

KINDS = ("picture", "video", "made", "generated")
SORTS = {"newest": ("-added_at", "id"), "oldest": ("added_at", "id"), "name": ("name", "id")}
# Measured in media/tests/test_likeness.py: what is like a picture without being the same.
LIKE_BITS = 18
MOST_LIKE = 60


@dataclass(frozen=True)
class Asked:
    """What to show of a library; "" and None ask for nothing. `today` is the brand's own day.

    `folder` "" is all of them; `loose` asks for what lies in none. Folders hold those below them.
    """

    today: date
    words: str = ""
    folder: str = ""
    loose: bool = False
    tag: str = ""
    kind: str = ""
    origin: str = ""
    rights: str = ""
    unused: bool = False
    removed: bool = False
    sort: str = "newest"


def assets(brand_id: UUID, asked_for: Asked) -> QuerySet[Asset]:
    """The assets that answer to all that is asked, in the order that is asked for."""
    asked_for = replace(
        asked_for,
        words=clean(asked_for.words),
        folder=clean(asked_for.folder),
        tag=clean(asked_for.tag),
        origin=clean(asked_for.origin),
    )
    rows = Asset.objects.filter(brand_id=brand_id, removed_at__isnull=not asked_for.removed)
    if question := asked(asked_for.words):
        rows = rows.alias(found=WORDS).filter(found=question)
    if asked_for.folder:
        rows = rows.filter(_within(asked_for.folder))
    elif asked_for.loose:
        rows = rows.filter(folder="")
    if asked_for.tag:
        rows = rows.filter(tags__contains=[asked_for.tag])
    if asked_for.origin:
        rows = rows.filter(origin=asked_for.origin)
    rows = _of_kind(rows, asked_for.kind)
    rows = _with_rights(rows, asked_for.rights, asked_for.today)
    if asked_for.unused:
        rows = rows.filter(~Exists(_using(OuterRef("pk"))))
    return rows.order_by(*SORTS.get(asked_for.sort, SORTS["newest"]))


def _within(folder: str) -> Q:
    return Q(folder=folder) | Q(folder__startswith=f"{folder}/")


def _of_kind(rows: QuerySet[Asset], kind: str) -> QuerySet[Asset]:
    if kind == "picture":
        return rows.filter(mime__startswith="image/")
    if kind == "video":
        return rows.filter(mime__startswith="video/")
    if kind == "made":
        return rows.exclude(recipe={})
    return rows.filter(origin=GENERATED) if kind == "generated" else rows


def _with_rights(rows: QuerySet[Asset], state: str, today: date) -> QuerySet[Asset]:
    """As `rights.state_of` says of one."""
    soon = today + WARNED
    lasts = Q(may_use_until=None) | Q(may_use_until__gte=today)
    wanted = {
        "ended": Q(may_use_until__lt=today),
        "no_consent": lasts & Q(consent="missing"),
        "ending": Q(may_use_until__range=(today, soon)) & ~Q(consent="missing"),
        "dated": Q(may_use_until__gt=soon) & ~Q(consent="missing"),
        "free": Q(may_use_until=None) & ~Q(licence="") & ~Q(consent="missing"),
        "untold": Q(may_use_until=None, licence="") & ~Q(consent="missing"),
    }.get(state)
    return rows if wanted is None else rows.filter(wanted)


class _Names(Func):
    """[{"asset": id}], which an index of `Revision.media` answers."""

    template = "jsonb_build_array(jsonb_build_object('asset', (%(expressions)s)::text))"
    output_field = JSONField()


def unread() -> QuerySet[Asset]:
    """Pictures that a text shows and whose words were not read yet, the newest first."""
    shown = Asset.objects.filter(Exists(_using(OuterRef("pk"))), lettering__isnull=True)
    return shown.filter(mime__startswith="image/").order_by("-added_at", "id")


def naming(asset: OuterRef) -> Func:
    """What `Revision.media` contains when it names an asset of an outer query."""
    return _Names(asset)


def _using(asset: OuterRef) -> QuerySet[Variant]:
    """Texts of posts that are there whose head shows an asset."""
    return Variant.objects.filter(head__media__contains=naming(asset), post__removed_at=None)


def is_planned(now: datetime) -> Exists:
    """Whether an asset stands in a post whose time is to come."""
    return Exists(_using(OuterRef("pk")).filter(post__at__gt=now))


def uses(asset: Asset) -> QuerySet[Variant]:
    """The texts that show it as they stand, each with post and channel, the latest post first."""
    shown = [{"asset": str(asset.pk)}]
    return (
        Variant.objects.filter(head__media__contains=shown, post__removed_at=None)
        .select_related("post", "channel")
        .order_by(F("post__at").desc(nulls_first=True), "post_id", "channel__added_at")
    )


def use_counts(asset_ids: Iterable[UUID]) -> dict[UUID, int]:
    """How many posts show each of these assets; those that none shows are left out."""
    wanted = set(asset_ids)
    some = Q(pk=None)
    for one in wanted:
        some |= Q(media__contains=[{"asset": str(one)}])
    heads = Revision.objects.filter(some, variant__head=F("pk"), variant__post__removed_at=None)
    posts: dict[UUID, set[UUID]] = {}
    for media, post in heads.values_list("media", "variant__post_id"):
        for asset in wanted & {UUID(item["asset"]) for item in media}:
            posts.setdefault(asset, set()).add(post)
    return {asset: len(shown) for asset, shown in posts.items()}


@dataclass(frozen=True)
class Shelf:
    """A folder: its path, its own name, how deep it lies, how many assets it holds in all."""

    path: str
    name: str
    depth: int
    count: int


def folders(brand_id: UUID) -> list[Shelf]:
    """Every folder, also those that only hold folders, each below the one that holds it."""
    kept = Asset.objects.filter(brand_id=brand_id, removed_at=None).exclude(folder="")
    own = dict(kept.values_list("folder").annotate(Count("pk")).order_by())
    paths = {*own, *Folder.objects.filter(brand_id=brand_id).values_list("path", flat=True)}
    whole = {above for path in paths for above in _above(path)}
    return [
        Shelf(
            path=path,
            name=path.rpartition("/")[2],
            depth=path.count("/"),
            count=sum(n for p, n in own.items() if p == path or p.startswith(f"{path}/")),
        )
        for path in sorted(whole, key=lambda path: path.casefold().split("/"))
    ]


def _above(path: str) -> Iterable[str]:
    parts = path.split("/")
    return ("/".join(parts[: depth + 1]) for depth in range(len(parts)))


def tags(brand_id: UUID, most: int = 60) -> list[tuple[str, int]]:
    """The tags in use, the most used first, each with how many assets carry it."""
    each = Func(F("tags"), function="unnest", output_field=TextField())
    rows = Asset.objects.filter(brand_id=brand_id, removed_at=None).annotate(tag=each)
    counted = rows.values_list("tag").annotate(n=Count("pk")).order_by("-n", "tag")
    return list(counted[:most])


@dataclass(frozen=True)
class Alike:
    """An asset beside another: how many of 63 bits of structure differ, how far the colours lie."""

    asset: Asset
    bits: int
    colours: float

    @property
    def is_same(self) -> bool:
        """Most likely the same picture, saved anew, made smaller or brighter."""
        return self.bits <= SAME_BITS and self.colours <= SAME_COLOURS


def alike(asset: Asset, *, within: int = LIKE_BITS, most: int = MOST_LIKE) -> list[Alike]:
    """What is built like it, the most alike first; nothing for a plain area."""
    if asset.likeness is None:
        return []
    apart = RawSQL(
        "bit_count((create_asset.likeness # %s)::bit(64))",
        (asset.likeness,),
        output_field=IntegerField(),
    )
    rows = (
        Asset.objects.filter(brand_id=asset.brand_id, removed_at=None, likeness__isnull=False)
        .exclude(pk=asset.pk)
        .annotate(apart=apart)
        .filter(apart__lte=within)
        .order_by("apart", "pk")[:most]
    )
    found = [
        Alike(row, row.apart, colours_apart(bytes(row.colours or b""), bytes(asset.colours or b"")))
        for row in rows
    ]
    return sorted(found, key=lambda one: (not one.is_same, one.bits, one.colours))


def duplicates(brand_id: UUID) -> list[list[Asset]]:
    """Groups of what is most likely the same picture, the largest first, the oldest first in each.

    Pairs are looked for among those that share a band of their bits: of nine bands one at least is
    the same where no more than eight bits differ.
    """
    rows = Asset.objects.filter(brand_id=brand_id, removed_at=None, likeness__isnull=False)
    known = {
        pk: (bits, bytes(colours or b""))
        for pk, bits, colours in rows.values_list("pk", "likeness", "colours")
        if bits is not None
    }
    group: dict[UUID, UUID] = {pk: pk for pk in known}

    def root(pk: UUID) -> UUID:
        while group[pk] != pk:
            group[pk] = group[group[pk]]
            pk = group[pk]
        return pk

    for a, b in _near(known):
        (a_bits, a_colours), (b_bits, b_colours) = known[a], known[b]
        alike = differing(a_bits, b_bits) <= SAME_BITS
        if alike and colours_apart(a_colours, b_colours) <= SAME_COLOURS:
            group[root(a)] = root(b)
    members: dict[UUID, list[UUID]] = {}
    for pk in known:
        members.setdefault(root(pk), []).append(pk)
    twins = [pks for pks in members.values() if len(pks) > 1]
    found = Asset.objects.in_bulk([pk for pks in twins for pk in pks])
    groups = [sorted((found[pk] for pk in pks), key=lambda one: one.added_at) for pks in twins]
    return sorted(groups, key=lambda one: (-len(one), one[0].added_at))


_BAND = 7


def _near(known: dict[UUID, tuple[int, bytes]]) -> Iterable[tuple[UUID, UUID]]:
    for shift in range(0, 63, _BAND):
        bands: dict[int, list[UUID]] = {}
        for pk, (bits, _colours) in known.items():
            bands.setdefault(bits >> shift & 0x7F, []).append(pk)
        for pks in bands.values():
            yield from combinations(pks, 2)
