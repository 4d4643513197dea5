"""Asking a model for pictures, or for words that stand for one; a person keeps or leaves them."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction

from aboveboard.ai.pictures import SIZES, Size, Wanted
from aboveboard.brand import queries as brands
from aboveboard.brand.rules import LANGUAGES, Task
from aboveboard.create import queries
from aboveboard.create.actions.assets import describe_asset
from aboveboard.create.actions.making import keep_made
from aboveboard.create.assets.files import local_copy
from aboveboard.create.calls.allowing import Given, must_be_allowed
from aboveboard.create.calls.asking import first_for
from aboveboard.create.models import Asset, PictureAsk, Proposal
from aboveboard.create.words.origins import GENERATED
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Invalid, NotFound
from aboveboard.media.credentials import Step
from aboveboard.media.looking import SUFFIXES, look
from aboveboard.media.sources import SourceType
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean

MAKINGS = ("generate", "fill", "expand", "cutout")
# What is sent in place of words that nobody typed.
USUAL = {
    "cutout": "Keep the main subject as it is and remove the background: make it transparent.",
    "expand": "Continue the picture beyond its edges, in the same light and style.",
}
_STILL = ("image/jpeg", "image/png", "image/webp")


def ask_pictures(
    actor: Actor,
    brand_id: UUID,
    *,
    what: str = "generate",
    instruction: str = "",
    size: str = "1024x1024",
    count: int = 2,
    asset_id: UUID | None = None,
    area: Sequence[float] = (),
) -> PictureAsk:
    """Ask for pictures; a job fetches them, a person decides.

    `what` is generate, fill, expand or cutout; all but the first are of the picture `asset_id`.
    Raises ModelNotAllowed, Invalid (no model, or what cannot be asked), NotAgreed.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    words = clean(instruction).strip() or USUAL.get(what, "")
    must_be_allowed(brand, Task.PICTURE, actor=actor, given=Given([words], LANGUAGES))
    asset = _still(actor, asset_id, brand_id) if what != "generate" else None
    if asset:
        size = _nearest(asset, what, area)
    Wanted(words, size=_size(size), count=count)
    _check(what, area)
    provider = first_for(brand, Task.PICTURE)
    with transaction.atomic():
        ask = PictureAsk.objects.create(
            brand=brand,
            asked_by_id=actor.user_id,
            what=what,
            instruction=words,
            size=size,
            count=count,
            asset=asset,
            area=list(area),
            provider=provider.name,
            model=provider.model,
            asked_at=clock.now(),
        )
        enter(actor, "picture.asked", subject_kind="brand", subject_id=brand.pk)
    return ask


def ask_words(actor: Actor, asset_id: UUID) -> PictureAsk:
    """Ask a model that sees for the words that stand for a picture. Raises as `ask_pictures`."""
    require(actor, Right.write, actor.workspace_id)
    asset = _still(actor, asset_id, None)
    must_be_allowed(asset.brand, Task.ALT_TEXT, actor=actor)
    provider = first_for(asset.brand, Task.ALT_TEXT)
    with transaction.atomic():
        ask = PictureAsk.objects.create(
            brand=asset.brand,
            asked_by_id=actor.user_id,
            what="words",
            asset=asset,
            provider=provider.name,
            model=provider.model,
            asked_at=clock.now(),
        )
        enter(actor, "picture.asked", subject_kind="asset", subject_id=asset.pk)
    return ask


def _still(actor: Actor, asset_id: UUID | None, brand_id: UUID | None) -> Asset:
    asset = queries.asset(actor, asset_id) if asset_id else None
    if not asset or (brand_id and asset.brand_id != brand_id) or asset.mime not in _STILL:
        raise Invalid(
            "This needs a still picture of the library. Nothing was sent.",
            mend="Choose a JPEG, PNG or WebP picture.",
            code="still",
        )
    return asset


def _size(size: str) -> Size:
    return next((one for one in SIZES if one == size), SIZES[0])


def _nearest(asset: Asset, what: str, area: Sequence[float]) -> str:
    """The size on offer that is nearest in shape to what will come out."""
    width, height = float(asset.width), float(asset.height)
    if what == "expand" and len(area) == 4:
        width, height = width * (1 + area[0] + area[2]), height * (1 + area[1] + area[3])
    shape = width / height
    return SIZES[1] if shape > 1.2 else SIZES[2] if shape < 1 / 1.2 else SIZES[0]


def _check(what: str, area: Sequence[float]) -> None:
    good = what in MAKINGS
    if what in {"fill", "expand"}:
        good = len(area) == 4 and all(0 <= share <= 1 for share in area)
        if good and what == "fill":
            left, top, width, height = area
            good = width >= 0.01 and height >= 0.01 and left + width <= 1 and top + height <= 1
        elif good:
            good = any(share >= 0.01 for share in area)
    if not good:
        raise Invalid(
            "The part of the picture to change is not marked. Nothing was sent.",
            mend="Draw a rectangle on it, or type where it is.",
            code="area",
        )


def keep_proposals(ask_id: UUID, *, provider: str, model: str, files: Sequence[Path]) -> None:
    """Keep what a model made beside the library, looked at first. The house does this.

    Raises NotMedia when one of the files is no picture.
    """
    seen = [(file, look("The model’s picture", file)) for file in files]
    with transaction.atomic():
        ask = PictureAsk.objects.select_for_update().get(pk=ask_id)
        if ask.state != "asked":
            return
        for number, (file, one) in enumerate(seen, 1):
            proposal = Proposal(
                ask=ask, number=number, mime=one.mime, width=one.width, height=one.height
            )
            name = f"{proposal.pk}.{SUFFIXES[one.mime]}"
            proposal.file.save(name, ContentFile(file.read_bytes()), save=False)
            proposal.save(force_insert=True)
        ask.state, ask.provider, ask.model = "open", provider, clean(model)[:160]
        ask.save()


def keep_words(ask_id: UUID, *, provider: str, model: str, text: str) -> None:
    """Keep the words that a model proposed for a picture. The house does this."""
    PictureAsk.objects.filter(pk=ask_id, state="asked").update(
        state="open", provider=provider, model=clean(model)[:160], text=clean(text).strip()[:5_000]
    )


def fail_pictures(ask_id: UUID, why: str) -> None:
    """Note that a model gave nothing. The house does this."""
    PictureAsk.objects.filter(pk=ask_id, state="asked").update(state="failed", why=why[:2_000])


def keep_picture(actor: Actor, proposal_id: UUID, alt: str = "") -> Asset:
    """Put a proposal into the library: signed, with the model and the instruction in the file."""
    require(actor, Right.write, actor.workspace_id)
    proposal = queries.proposal(actor, proposal_id)
    ask = proposal.ask
    why = ask.instruction
    steps: tuple[Step, ...] = (
        Step("c2pa.created", "trainedAlgorithmicMedia", by=ask.model, why=why),
    )
    if ask.asset:
        source: SourceType = "compositeWithTrainedAlgorithmicMedia"
        steps = (Step("c2pa.opened"), Step("c2pa.edited", source, by=ask.model, why=why))
    with local_copy(proposal.file) as file:
        asset = keep_made(
            actor,
            ask.brand_id,
            name=_name(ask, proposal),
            file=file,
            steps=steps,
            recipe={
                "what": ask.what,
                "model": ask.model,
                "instruction": why,
                "area": ask.area,
                "ask": str(ask.pk),
            },
            parts=[ask.asset] if ask.asset else (),
            origin=GENERATED,
            alt=alt,
        )
    Proposal.objects.filter(pk=proposal.pk).update(kept=asset)
    return asset


def _name(ask: PictureAsk, proposal: Proposal) -> str:
    base = ask.asset.name.rpartition(".")[0] if ask.asset else ask.instruction[:60]
    return f"{base or 'picture'}, {ask.what} {proposal.number}.{SUFFIXES[proposal.mime]}"


def take_words(actor: Actor, ask_id: UUID, text: str) -> Asset:
    """Put a model's words for a picture in place, as the person who confirms them left them."""
    ask = queries.picture_ask(actor, ask_id)
    if ask.what != "words" or ask.asset_id is None:
        raise NotFound("There is no such picture here.", mend="Choose one from the library.")
    asset = describe_asset(actor, ask.asset_id, text)
    _end(actor, ask, "done")
    return asset


def leave_pictures(actor: Actor, ask_id: UUID) -> None:
    """Put proposals aside for good, or stop a model that is at it."""
    ask = queries.picture_ask(actor, ask_id)
    _end(actor, ask, "stopped" if ask.state == "asked" else "done")


def _end(actor: Actor, ask: PictureAsk, state: str) -> None:
    require(actor, Right.write, actor.workspace_id)
    with transaction.atomic():
        PictureAsk.objects.filter(pk=ask.pk).update(state=state)
        enter(actor, f"picture.{state}", subject_kind="brand", subject_id=ask.brand_id)
    for proposal in ask.proposals.all():
        # What was kept has a copy of its own in the library.
        proposal.file.delete(save=False)
