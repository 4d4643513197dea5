"""What the public site of a brand may show: posts that a person approved and that are out.

Everything comes from the approved content word for word; a row whose content is not exactly
what its approval binds is not shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import F, JSONField, Max, Q, QuerySet
from django.db.models.functions import Cast, Greatest
from django.urls import reverse

from aboveboard.brand.models import Brand
from aboveboard.create.models import Asset, Link
from aboveboard.disclose.content import Content
from aboveboard.disclose.rules import Label, in_record
from aboveboard.kernel.errors import Invalid
from aboveboard.kernel.http import http_url
from aboveboard.publish.amending import changed
from aboveboard.publish.amending import shown as standing_there
from aboveboard.publish.models import TOOK_DOWN, Amendment, Delivery, SentPart, State

NETWORK = "site"


@dataclass(frozen=True)
class Picture:
    """A picture or video of a post: where it is served from, and its words.

    Sizes in pixels and bytes.
    """

    url: str
    alt: str
    mime: str
    width: int
    height: int
    size: int

    @property
    def is_video(self) -> bool:
        return self.mime.startswith("video/")


@dataclass(frozen=True)
class Entry:
    """A post on the site. `parts` are its texts without the label's words; `links` maps an
    address in the text to the counted one that stands for it. `url` and `record` are paths."""

    id: UUID
    title: str
    language: str
    sent_at: datetime
    parts: tuple[str, ...]
    label: Label
    pictures: tuple[Picture, ...]
    links: dict[str, str]
    digest: str
    approved_at: datetime
    url: str
    record: str
    changed_at: datetime | None = None

    @property
    def updated_at(self) -> datetime:
        """When it was sent, or last given other words."""
        return self.changed_at or self.sent_at

    @property
    def urn(self) -> str:
        """The name that stays, wherever the site moves (RFC 9562 as a URN)."""
        return f"urn:uuid:{self.id}"

    @property
    def said(self) -> str:
        """The label on the post, or how the record names it, in the post's language."""
        return self.label.text or in_record(self.label.kind, self.language)


def absolute(path: str) -> str:
    """A path with the studio's public address in front."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{path}"


def out(brand: Brand) -> QuerySet[Delivery]:
    """The deliveries that a brand's site shows, the newest first."""
    return (
        Delivery.objects.filter(
            channel__brand=brand,
            channel__network=NETWORK,
            variant__post__brand=brand,
            variant__post__removed_at=None,
            state=State.SENT,
            sent_at__isnull=False,
            approval__variant=F("variant"),
            approval__at__lte=F("sent_at"),
            digest=F("approval__digest"),
            payload=F("approval__content"),
        )
        .exclude(pk__in=_taken_down())
        .select_related("approval")
        .order_by("-sent_at", "-id")
    )


def _taken_down() -> QuerySet[Amendment, UUID]:
    """The deliveries that were taken down by an approved change."""
    return Amendment.objects.filter(TOOK_DOWN).values_list("delivery_id", flat=True)


def taken_away(brand: Brand, key: UUID) -> bool:
    """Whether there was a post by this key that has been taken away since."""
    gone = Delivery.objects.filter(
        Q(variant__post__removed_at__isnull=False) | Q(pk__in=_taken_down()),
        channel__brand=brand,
        channel__network=NETWORK,
        state=State.SENT,
    )
    return gone.filter(pk=key).exists() or gone.filter(out__remote_id=str(key)).exists()


def changed_at(brand: Brand) -> datetime:
    """When the list of posts last became another: something was sent, changed or taken away."""
    moments = Delivery.objects.filter(
        channel__brand=brand, channel__network=NETWORK, state=State.SENT
    ).aggregate(moment=Max(Greatest("sent_at", "variant__post__removed_at", "amendments__done_at")))
    return moments["moment"] or brand.created_at


def found(brand: Brand, key: UUID) -> Delivery | None:
    """A shown delivery by its own id or by the id of one of its parts."""
    shown = out(brand)
    return shown.filter(pk=key).first() or shown.filter(out__remote_id=str(key)).first()


def entries(brand: Brand, deliveries: Iterable[Delivery]) -> list[Entry]:
    """Deliveries as the site shows them, in five queries whatever their number."""
    rows = list(deliveries)
    changes = changed(rows)
    contents = {row.pk: standing_there(row, changes) for row in rows}
    keys = dict(
        SentPart.objects.filter(delivery__in=rows, part=0).values_list("delivery_id", "remote_id")
    )
    wanted = {picture.digest for content in contents.values() for picture in content.pictures}
    assets = {asset.digest: asset for asset in Asset.objects.filter(brand=brand, digest__in=wanted)}
    links: dict[UUID, dict[str, str]] = {}
    for link in Link.objects.filter(variant__in=[row.variant_id for row in rows]):
        if is_web_address(link.url):
            links.setdefault(link.variant_id, {})[link.url] = reverse(
                "short_link", args=[link.code]
            )
    return [
        replace(
            _entry(brand, row, contents[row.pk], keys.get(row.pk, str(row.pk)), assets, links),
            changed_at=changes[row.pk][-1].done_at if row.pk in changes else None,
        )
        for row in rows
    ]


def _entry(
    brand: Brand,
    row: Delivery,
    content: Content,
    key: str,
    assets: dict[str, Asset],
    links: dict[UUID, dict[str, str]],
) -> Entry:
    pictures = [
        Picture(
            url=reverse("public_media", args=[brand.slug, picture.digest]),
            alt=picture.alt,
            mime=asset.mime,
            width=asset.width,
            height=asset.height,
            size=asset.sent_size,
        )
        for picture in content.pictures
        if (asset := assets.get(picture.digest))
    ]
    return Entry(
        id=row.pk,
        title=content.title,
        language=content.language,
        sent_at=row.sent_at or row.at,
        parts=without_label(content.parts, content.label),
        label=content.label,
        pictures=tuple(pictures),
        links=links.get(row.variant_id, {}),
        digest=row.digest,
        approved_at=row.approval.at,
        url=reverse("public_post", args=[brand.slug, key]),
        record=reverse("public_record_post", args=[brand.slug, row.pk]),
    )


def without_label(parts: tuple[str, ...], label: Label) -> tuple[str, ...]:
    """The parts as they were written: the label's words close the first one, and are shown
    apart from it."""
    if not parts or not label.text:
        return parts
    return (parts[0].removesuffix(label.text).rstrip(), *parts[1:])


def picture(brand: Brand, digest: str) -> Asset | None:
    """A picture's file, when a post that is shown carries it; else None."""
    asset = Asset.objects.filter(brand=brand, digest=digest).first()
    if not asset:
        return None
    carrying = (
        out(brand)
        .filter(payload__contains=digest)
        .annotate(body=Cast("payload", JSONField()))
        .filter(Q(("body__contains", {"pictures": [{"digest": digest}]})))
    )
    return asset if carrying.exists() else None


def is_web_address(url: str) -> bool:
    """Whether an address leads to a web page and to nothing else."""
    try:
        return bool(http_url(url))
    except Invalid:
        return False
