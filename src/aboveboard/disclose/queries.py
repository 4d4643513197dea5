"""What will go out, computed from what was written: label and content of a variant."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from aboveboard.brand.models import Brand
from aboveboard.brand.queries import policy_of
from aboveboard.channels.registry import network
from aboveboard.create.models import Asset, Variant
from aboveboard.create.words.origins import GENERATED, Shares, works
from aboveboard.disclose.content import Content, Picture, thread_of, with_label
from aboveboard.disclose.duties import Fact, Owed, facts_of, laws, owed
from aboveboard.disclose.rules import Label, label_for
from aboveboard.kernel import clock


def label(variant: Variant, brand: Brand, *, media_origins: frozenset[str] = frozenset()) -> Label:
    """The label that a variant's head carries."""
    head = variant.head
    parts = Shares()
    if head:
        parts = Shares(
            people=head.people_share,
            model=head.model_share,
            pasted=head.pasted_share,
            template=head.template_share,
        )
    return label_for(
        parts,
        policy_of(brand),
        variant.language,
        media_origins=media_origins,
        relationship=variant.post.relationship,
        works=works(head.written) if head else (),
        law=law_for(
            brand,
            facts_of(
                model_share=parts.model,
                generated_media=GENERATED in media_origins,
                relationship=variant.post.relationship,
            ),
            day_of(brand, variant.post.at),
        ),
    )


def law_for(brand: Brand, facts: frozenset[Fact], day: date) -> Owed:
    """What law demands of a brand's post that goes out on a day."""
    return owed(facts, policy_of(brand).jurisdictions, day, of=laws(settings.LAW))


def day_of(brand: Brand, at: datetime | None) -> date:
    """The day on which a post goes out, by the brand's clock: today when it has no time."""
    return (at or clock.now()).astimezone(ZoneInfo(brand.zone)).date()


def content(
    variant: Variant, brand: Brand, *, assets: Mapping[str, Asset] | None = None
) -> Content:
    """What would go out now. `variant` comes with post, channel and head."""
    head, post = variant.head, variant.post
    media = head.media if head else []
    known = assets if assets is not None else assets_of([variant])
    pictures = [known[item["asset"]] for item in media]
    origins = frozenset(asset.origin for asset in pictures)
    owed = label(variant, brand, media_origins=origins)
    can = network(variant.channel.network).capabilities
    parts = thread_of(head.text if head else "")
    if not can.in_parts:
        parts = ("\n\n".join(parts),)
    return Content(
        variant=str(variant.id),
        channel=str(variant.channel_id),
        network=variant.channel.network,
        language=variant.language,
        title=post.title,
        at=post.at.isoformat() if post.at else "",
        parts=with_label(
            parts, owed, native=can.says_ai, native_paid=can.says_paid(post.relationship)
        ),
        pictures=tuple(
            Picture(
                asset=item["asset"],
                digest=asset.digest,
                alt=item["alt"],
                video=asset.is_video,
                link=item.get("link"),
            )
            for item, asset in zip(media, pictures, strict=True)
        ),
        label=owed,
        native=can.native(ai=owed.ai, media=GENERATED in origins),
        native_paid=can.native_paid(post.relationship),
        relationship=post.relationship,
        revision=head.digest if head else "",
    )


def assets_of(variants: Iterable[Variant]) -> dict[str, Asset]:
    """The pictures of some variants, by id, in one query."""
    ids = {item["asset"] for v in variants if v.head for item in v.head.media}
    if not ids:
        return {}
    return {str(asset.id): asset for asset in Asset.objects.filter(pk__in=ids)}
