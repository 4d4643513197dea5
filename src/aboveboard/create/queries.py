"""What has been written: variants, revisions, pictures and suggestions."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, QuerySet, Sum

from aboveboard.ai.discovery import LOCAL_HOSTS
from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand, Channel
from aboveboard.brand.rules import Task
from aboveboard.channels.base import Frame, Limits
from aboveboard.channels.registry import network
from aboveboard.create.assets.fits import Wanted, for_network
from aboveboard.create.calls.choosing import host_of, in_order, is_near, month_of
from aboveboard.create.models import (
    Agreement,
    Asset,
    Call,
    Clip,
    Link,
    ModelRules,
    PictureAsk,
    Proposal,
    Provider,
    Revision,
    Suggestion,
    Variant,
)
from aboveboard.create.words.writer import Room
from aboveboard.kernel import clock
from aboveboard.kernel.errors import NotFound
from aboveboard.media.cards.formats import FORMATS, nearest
from aboveboard.people.actors import Actor
from aboveboard.people.models import Workspace

# Of fewer judged answers than this no share is told.
MEASURED_FROM = 20


@dataclass(frozen=True)
class Took:
    """What one model took: calls, answers, tokens, cost (None without a price).

    `judged` answers went before the fact lock, which `refused` some. `uncounted` calls stand with
    the most that they may have taken, since nobody told.
    """

    provider_id: UUID | None
    name: str
    model: str
    asked: int
    answers: int
    judged: int
    refused: int
    tokens_in: int
    tokens_out: int
    cost: Decimal | None
    uncounted: int

    @property
    def share(self) -> int | None:
        """The refused of 100 judged answers, None when they are too few to tell."""
        return round(100 * self.refused / self.judged) if self.judged >= MEASURED_FROM else None


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
    """What a post can be given, the newest first; what was removed is left out."""
    return Asset.objects.filter(brand_id=brand_id, removed_at=None).order_by("-added_at")


def asset(actor: Actor, asset_id: UUID) -> Asset:
    """An asset of the workspace, a removed one too. Raises NotFound."""
    found = Asset.objects.filter(pk=asset_id, brand__workspace_id=actor.workspace_id).first()
    if not found:
        raise no_such_asset()
    return found


def no_such_asset() -> NotFound:
    return NotFound("There is no such picture here.", mend="Choose one from the library.")


def handed_asset(asset_id: UUID) -> Asset:
    """An asset for a network that was given its address. Raises NotFound."""
    found = Asset.objects.filter(pk=asset_id).first()
    if not found:
        raise NotFound("There is nothing at this address any more.", code="handed")
    return found


def card_formats(brand_id: UUID) -> list[str]:
    """The formats of cards that a brand's channels show whole; a square where none tells."""
    found = set()
    for channel in brands.channels(brand_id):
        for width, height in limits_of(channel).frame.shapes:
            found.add(nearest(width / height).name)
    return [name for name in FORMATS if name in found] or ["1:1"]


def assets_of(revision: Revision) -> list[Asset]:
    """The pictures and videos of a revision, in its order."""
    ids = [one["asset"] for one in revision.media]
    found = {str(one.pk): one for one in Asset.objects.filter(pk__in=ids)}
    return [found[one] for one in ids if one in found]


def clips(source: Asset) -> QuerySet[Clip]:
    """The clips asked for of a video, the newest first."""
    return source.clips.select_related("asset", "asked_by").order_by("-asked_at")


def clip(actor: Actor, clip_id: UUID) -> Clip:
    """A clip with its source. Raises NotFound."""
    found = (
        Clip.objects.filter(pk=clip_id, brand__workspace_id=actor.workspace_id)
        .select_related("source", "asset")
        .first()
    )
    if not found:
        raise NotFound("There is no such clip here.", mend="Ask for it anew.", code="clip")
    return found


def providers(workspace_id: UUID, *, makes: str | None = "text") -> QuerySet[Provider]:
    """The workspace's models in the order of asking; None: whatever they make."""
    known = Provider.objects.filter(workspace_id=workspace_id).order_by(
        "-makes", "place", "added_at"
    )
    return known.filter(makes=makes) if makes else known


def provider(actor: Actor, provider_id: UUID) -> Provider:
    """A model of the workspace, whatever it makes. Raises NotFound."""
    found = providers(actor.workspace_id, makes=None).filter(pk=provider_id).first()
    if not found:
        raise NotFound("There is no such model here.", mend="Choose one from the list.")
    return found


def order_for(brand: Brand, task: Task, *, name: str = "") -> list[Provider]:
    """Whom a brand's task goes to: the first one (the named one, if it is there), and who stands
    in after them."""
    makes = "pictures" if task is Task.PICTURE else "text"
    rows = {row.pk: row for row in providers(brand.workspace_id, makes=makes)}
    first = next((pk for pk, row in rows.items() if row.name == name), None)
    wanted = model_rules(brand.workspace_id).order
    return [rows[pk] for pk in in_order(list(rows), wanted, task.value, first)]


def model_rules(workspace_id: UUID) -> ModelRules:
    """The workspace's rules for its models, or the usual ones, which limit nothing."""
    found = ModelRules.objects.filter(pk=workspace_id).first()
    return found or ModelRules(workspace_id=workspace_id)


def stays_here(provider: Provider) -> bool:
    """Whether what is sent to a provider stays on this machine or in the own network."""
    return is_near(provider.base_url, settings.ALLOW_HOSTS | LOCAL_HOSTS)


def may_go(brand: Brand, provider: Provider) -> bool:
    """Whether a brand's texts may be sent to a provider: it is near, or somebody has agreed."""
    return (
        stays_here(provider)
        or Agreement.objects.filter(
            brand=brand, provider=provider, host=host_of(provider.base_url)
        ).exists()
    )


def agreements(brand: Brand) -> QuerySet[Agreement]:
    """To what somebody agreed for a brand."""
    return Agreement.objects.filter(brand=brand).select_related("by")


def calls_this_month(workspace: Workspace) -> QuerySet[Call]:
    """The calls of models since the workspace's calendar month began."""
    return Call.objects.filter(
        workspace=workspace, asked_at__gte=month_of(workspace.zone, clock.now())
    )


def took(calls: QuerySet[Call]) -> list[Took]:
    """What each model took in some calls, and what the fact lock said of it."""
    answered, verdict = Q(state="answered"), Q(state="answered") & ~Q(verdict="")
    rows = (
        calls.values("provider_id", "name", "model")
        .annotate(
            asked=Count("pk"),
            answers=Count("pk", filter=answered),
            judged=Count("pk", filter=verdict),
            refused=Count("pk", filter=Q(verdict="refused")),
            tokens_in=Sum("tokens_in"),
            tokens_out=Sum("tokens_out"),
            cost=Sum("cost"),
            uncounted=Count("pk", filter=Q(counted=False)),
        )
        .order_by("name", "model")
    )
    return [Took(**row) for row in rows]


def suggestions(post_id: UUID) -> QuerySet[Suggestion]:
    """Suggestions for a post that wait for a person, the newest first."""
    return (
        Suggestion.objects.filter(variant__post_id=post_id, state__in=("asked", "open", "failed"))
        .select_related("variant__channel")
        .order_by("-asked_at")
    )


def picture_asks(brand_id: UUID) -> QuerySet[PictureAsk]:
    """Asked for and not done with, the newest first, each with its proposals."""
    waiting = PictureAsk.objects.filter(brand_id=brand_id, state__in=("asked", "open", "failed"))
    known = waiting.select_related("asset", "asked_by").prefetch_related("proposals__kept")
    return known.order_by("-asked_at")


def picture_ask(actor: Actor, ask_id: UUID) -> PictureAsk:
    """What was asked of a picture model and is not done with. Raises NotFound."""
    found = PictureAsk.objects.filter(
        pk=ask_id,
        brand__workspace_id=actor.workspace_id,
        state__in=("asked", "open", "failed"),
    ).first()
    if not found:
        raise NotFound(
            "These pictures are not waiting any more.", mend="Somebody may have decided on them."
        )
    return found


def proposal(actor: Actor, proposal_id: UUID) -> Proposal:
    """One picture that waits for a person. Raises NotFound."""
    found = (
        Proposal.objects.filter(
            pk=proposal_id, ask__brand__workspace_id=actor.workspace_id, ask__state="open"
        )
        .select_related("ask__asset", "ask__brand")
        .first()
    )
    if not found:
        raise NotFound(
            "These pictures are not waiting any more.", mend="Somebody may have decided on them."
        )
    return found


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
    if "frame" in told:
        told["frame"] = Frame.of(told["frame"])
    if "image_types" in told:
        told["image_types"] = tuple(told["image_types"])
    return Limits(**{**usual.__dict__, **told})


def wanted_by(channel: Channel) -> Wanted | None:
    """What a channel wants of a picture; None where it takes none."""
    return for_network(str(channel.pk), channel.name, limits_of(channel))


def fits_of(asset: Asset) -> QuerySet[Asset]:
    """What was made from a picture to fit, the newest first."""
    return asset.made_from_it.filter(recipe__what="fit").order_by("-added_at")


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
