"""What there is to know about brands, each read held to the actor's workspace."""

from uuid import UUID

from django.db.models import Count, QuerySet

from aboveboard.brand.errors import NoSuchBrand
from aboveboard.brand.models import (
    Brand,
    Channel,
    Fact,
    Passage,
    Source,
    Upload,
    VoiceSample,
)
from aboveboard.brand.rules import Look, Policy
from aboveboard.kernel.digest import digest
from aboveboard.kernel.errors import Forbidden, NotFound
from aboveboard.people.actors import Actor
from aboveboard.text.cleaning import clean


def brands(actor: Actor) -> QuerySet[Brand]:
    return Brand.objects.filter(workspace_id=actor.workspace_id).order_by("created_at")


def brand(actor: Actor, brand_id: UUID) -> Brand:
    """Raises NoSuchBrand, also for a brand of another workspace."""
    found = brands(actor).filter(pk=brand_id).first()
    if not found:
        raise NoSuchBrand("There is no such brand here.", mend="Choose one from the list.")
    return found


def brand_named(actor: Actor, name: str) -> Brand:
    """By name or slug, as the command line gives it. Raises NoSuchBrand."""
    name = clean(name).strip()
    found = brands(actor).filter(name=name).first() or brands(actor).filter(slug=name).first()
    if not found:
        names = ", ".join(brands(actor).values_list("name", flat=True)) or "none yet"
        raise NoSuchBrand(f"There is no brand named “{name[:60]}”.", mend=f"There is: {names}.")
    return found


def demo(actor: Actor) -> Brand | None:
    """The demo brand of the actor's workspace, when it has been loaded."""
    return brands(actor).filter(demo=True).first()


def require_demo(brand: Brand) -> None:
    """Lets only the demo brand pass: a past that did not happen is told of no other."""
    if not brand.demo:
        raise Forbidden(
            f"{brand.name} is no demo brand. Nothing was changed.",
            mend="Its past is only what happened.",
            code="not_demo",
        )


def policy_of(brand: Brand) -> Policy:
    return Policy.model_validate(brand.policy)


def look_of(brand: Brand) -> Look:
    return Look.model_validate(brand.look)


def channels(brand_id: UUID) -> QuerySet[Channel]:
    """The connected channels of a brand, in the order they were added."""
    return Channel.objects.filter(brand_id=brand_id, removed_at=None).order_by("added_at")


def channel(actor: Actor, channel_id: UUID) -> Channel:
    found = Channel.objects.filter(
        pk=channel_id, brand__workspace_id=actor.workspace_id, removed_at=None
    ).first()
    if not found:
        raise NotFound("There is no such channel here.", mend="It may have been disconnected.")
    return found


def sources(brand_id: UUID) -> QuerySet[Source]:
    return (
        Source.objects.filter(brand_id=brand_id)
        .annotate(
            passage_count=Count("passages", distinct=True),
            fact_count=Count("passages__facts", distinct=True),
        )
        .order_by("name")
    )


def source(actor: Actor, source_id: UUID) -> Source:
    found = Source.objects.filter(pk=source_id, brand__workspace_id=actor.workspace_id).first()
    if not found:
        raise NotFound("There is no such file here.", mend="It may have been taken away.")
    return found


def passages(brand_id: UUID) -> QuerySet[Passage]:
    """Every passage of a brand's knowledge with its source."""
    return (
        Passage.objects.filter(source__brand_id=brand_id)
        .select_related("source")
        .order_by("source__name", "line")
    )


def facts(brand_id: UUID) -> QuerySet[Fact]:
    """Every fact of a brand's knowledge with its passage and source."""
    return (
        Fact.objects.filter(passage__source__brand_id=brand_id)
        .select_related("passage__source")
        .order_by("passage__source__name", "passage__line")
    )


_STAMPED = ("pk", "name", "language", "digest", "added_at")


def knowledge_stamp(brand_id: UUID) -> str:
    """Changes whenever the knowledge of a brand does; cheap, for caches."""
    rows = Source.objects.filter(brand_id=brand_id).order_by("pk")
    return digest([[str(value) for value in row] for row in rows.values_list(*_STAMPED)])


def voice(brand_id: UUID) -> QuerySet[VoiceSample]:
    return VoiceSample.objects.filter(brand_id=brand_id).order_by("added_at")


def voice_sample(actor: Actor, sample_id: UUID) -> VoiceSample:
    found = VoiceSample.objects.filter(pk=sample_id, brand__workspace_id=actor.workspace_id).first()
    if not found:
        raise NotFound("There is no such sample here.", mend="It may have been taken away.")
    return found


def uploads(brand_id: UUID) -> QuerySet[Upload]:
    """Files that are being read, and those that could not be, the newest first."""
    going = Upload.objects.filter(brand_id=brand_id, state__in=("reading", "failed"))
    return going.defer("data").order_by("-at")[:10]


def upload(actor: Actor, upload_id: UUID) -> Upload:
    found = (
        Upload.objects.filter(pk=upload_id, brand__workspace_id=actor.workspace_id)
        .defer("data")
        .first()
    )
    if not found:
        raise NotFound("There is no such file on its way.", mend="Look in the knowledge.")
    return found
