"""What has been written: variants, revisions, pictures and suggestions."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from aboveboard.brand.models import Channel
from aboveboard.channels.base import Limits
from aboveboard.channels.registry import network
from aboveboard.create.models import Asset, Link, Provider, Revision, Suggestion, Variant
from aboveboard.create.writer import Room
from aboveboard.kernel.errors import NotFound
from aboveboard.people.actors import Actor


def variants(post_id: UUID) -> QuerySet[Variant]:
    """The variants of a post in the order of its channels, each with channel and head."""
    return (
        Variant.objects.filter(post_id=post_id)
        .select_related("channel", "head")
        .order_by("channel__added_at")
    )


def variants_of(post_ids: Iterable[UUID]) -> QuerySet[Variant]:
    """The variants of several posts, each post's in the order of its channels, with their heads."""
    return (
        Variant.objects.filter(post_id__in=list(post_ids))
        .select_related("head")
        .order_by("post_id", "channel__added_at")
    )


def variant(actor: Actor, variant_id: UUID) -> Variant:
    """A variant with its post, brand, channel and head. Raises NotFound."""
    found = (
        Variant.objects.filter(
            pk=variant_id,
            post__brand__workspace_id=actor.workspace_id,
            post__removed_at=None,
        )
        .select_related("post__brand", "post__brief", "channel", "head")
        .first()
    )
    if not found:
        raise NotFound("There is no such text here.", mend="The post may have been taken away.")
    return found


def variant_on(actor: Actor, post_id: UUID, channel_id: UUID) -> Variant:
    """A post's variant for a channel. Raises NotFound."""
    found = Variant.objects.filter(post_id=post_id, channel_id=channel_id).first()
    if not found:
        raise NotFound(
            "This post has no text for that channel.", mend="Choose one of the post's channels."
        )
    return variant(actor, found.pk)


def revision(variant_id: UUID, number: int) -> Revision:
    found = Revision.objects.filter(variant_id=variant_id, number=number).first()
    if not found:
        raise NotFound("There is no such revision.", mend="Choose one from the list.")
    return found


def revisions(variant_id: UUID) -> QuerySet[Revision]:
    return (
        Revision.objects.filter(variant_id=variant_id).select_related("actor").order_by("-number")
    )


def assets(brand_id: UUID) -> QuerySet[Asset]:
    return Asset.objects.filter(brand_id=brand_id).order_by("-added_at")


def asset(actor: Actor, asset_id: UUID) -> Asset:
    found = Asset.objects.filter(pk=asset_id, brand__workspace_id=actor.workspace_id).first()
    if not found:
        raise NotFound("There is no such picture here.", mend="Choose one from the library.")
    return found


def handed_asset(asset_id: UUID) -> Asset:
    """An asset for a network that was given its address. Raises NotFound."""
    found = Asset.objects.filter(pk=asset_id).first()
    if not found:
        raise NotFound("There is nothing at this address any more.", code="handed")
    return found


def providers(workspace_id: UUID) -> QuerySet[Provider]:
    return Provider.objects.filter(workspace_id=workspace_id).order_by("added_at")


def suggestions(post_id: UUID) -> QuerySet[Suggestion]:
    """Suggestions for a post that wait for a person, the newest first."""
    return (
        Suggestion.objects.filter(variant__post_id=post_id, state__in=("asked", "open", "failed"))
        .select_related("variant__channel")
        .order_by("-asked_at")
    )


def suggestion(actor: Actor, suggestion_id: UUID) -> Suggestion:
    """A suggestion of the workspace, in whatever state. Raises NotFound."""
    found = (
        Suggestion.objects.filter(
            pk=suggestion_id,
            variant__post__brand__workspace_id=actor.workspace_id,
            variant__post__removed_at=None,
        )
        .select_related("variant__channel", "source")
        .first()
    )
    if not found:
        raise NotFound("There is no such suggestion.", mend="Look at the post's own.")
    return found


def link(code: str) -> Link | None:
    return Link.objects.filter(pk=code).first()


def limits_of(channel: Channel) -> Limits:
    """The channel's own limits as its server told them, else the network's usual ones."""
    usual = network(channel.network).limits
    told = {
        name: value
        for name, value in channel.limits.items()
        if name in Limits.__dataclass_fields__ and value is not None
    }
    if "image_types" in told:
        told["image_types"] = tuple(told["image_types"])
    return Limits(**{**usual.__dict__, **told})


def room_of(channel: Channel) -> Room:
    """A channel as the writer sees it."""
    adapter, limits = network(channel.network), limits_of(channel)

    def fits(text: str) -> bool:
        within = adapter.count(text, limits) <= limits.text
        return within and (not limits.text_bytes or len(text.encode()) <= limits.text_bytes)

    return Room(
        fits=fits,
        limit=limits.text,
        threads=adapter.capabilities.threads,
        source=channel.network,
    )


def short_url(code: str) -> str:
    """The public address that a link's code stands for."""
    return f"{settings.PUBLIC_URL.rstrip('/')}/l/{code}"
