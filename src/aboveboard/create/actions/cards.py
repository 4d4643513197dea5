"""Cards: a template with a person's words in the brand's look, kept with its chain."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db.models.fields.files import FieldFile

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.create import queries
from aboveboard.create.actions.fitting import focus_of
from aboveboard.create.actions.making import keep_made
from aboveboard.create.assets.files import local_copy
from aboveboard.create.models import Asset, Revision
from aboveboard.create.words.origins import GENERATED
from aboveboard.create.words.recall import Memory
from aboveboard.kernel.errors import Invalid, NotFound
from aboveboard.media.cards.drawing import Drawn, Wanted, draw
from aboveboard.media.cards.errors import NotDrawn, Problem
from aboveboard.media.cards.formats import FORMATS, Format
from aboveboard.media.cards.palette import SCHEMES, Scheme, Style
from aboveboard.media.cards.photos import Picture
from aboveboard.media.cards.rendering import as_jpeg, picture_of, render
from aboveboard.media.cards.shelf import Broken, template, templates
from aboveboard.media.cards.slides import slides
from aboveboard.media.cards.templates import Template
from aboveboard.media.credentials import Step
from aboveboard.media.cropping import Box
from aboveboard.media.errors import NotMedia
from aboveboard.media.sources import SourceType
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right

MAX_SLIDES = 20
# So many of the latest texts with a model's words are remembered when a card is made.
_REMEMBERED = 300


@dataclass(frozen=True)
class Card:
    """What a card is to be. `fields` by the template's names, `photo` an asset of the brand."""

    template: str
    fields: Mapping[str, str]
    scheme: Scheme = "brand"
    photo: UUID | None = None
    language: str = ""
    mends: bool = False


@dataclass(frozen=True)
class _Ready:
    """A card with all it needs read: what is drawn, and the assets that stand in it."""

    template: Template
    want: Wanted
    parts: list[Asset] = field(default_factory=list)


def card_folder() -> Path:
    """Where a designer adds templates."""
    folder: Path = settings.ABOVEBOARD.home / "cards"
    return folder


def card_templates() -> tuple[dict[str, Template], tuple[Broken, ...]]:
    """The templates there are, by name, and the files that are none."""
    return templates(card_folder())


def format_named(name: str) -> Format:
    """Raises Invalid for a format that there is not."""
    if name not in FORMATS:
        raise Invalid(
            f"There is no format “{name[:20]}”.",
            mend=f"There is: {', '.join(FORMATS)}.",
            code="format",
        )
    return FORMATS[name]


def draw_card(actor: Actor, brand_id: UUID, card: Card, format_name: str) -> list[Drawn]:
    """The card as it would be kept, or its slides, with all that is wrong; nothing is kept."""
    require(actor, Right.view, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    return _drawn(_ready(actor, brand, card), format_named(format_name))


def make_card(
    actor: Actor, brand_id: UUID, card: Card, *, formats: Sequence[str], name: str = ""
) -> list[Asset]:
    """Keep a card in each format, slides in their order. The alt text is a proposal.

    Raises NotDrawn with all that is wrong, before anything is kept; NoSuchTemplate, NotFound.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    ready = _ready(actor, brand, card)
    if not formats:
        raise Invalid("No format was chosen.", mend="Choose at least one.", code="format")
    drawn = [(one, _drawn(ready, one)) for one in map(format_named, dict.fromkeys(formats))]
    if problems := [problem for _f, cards in drawn for one in cards for problem in one.problems]:
        raise NotDrawn(list(dict.fromkeys(problems)))
    title = name.strip() or _title(ready)
    by_model = actor.kind == "agent" or _says_a_model(brand, [one for _f, c in drawn for one in c])
    kept = []
    for form, cards in drawn:
        for number, one in enumerate(cards, start=1):
            place = f" {number}" if len(cards) > 1 else ""
            kept.append(
                _keep(actor, brand, ready, card, one, f"{title}{place}, {form.name}", by_model)
            )
    return kept


def _keep(
    actor: Actor,
    brand: Brand,
    ready: _Ready,
    card: Card,
    drawn: Drawn,
    name: str,
    by_model: bool,
) -> Asset:
    png = render(drawn)
    has_photo = "photo" in ready.want.pictures
    source = _source(ready, by_model)
    steps = [Step("c2pa.created", source, "Aboveboard", f"Card “{ready.template.name}”")]
    if ready.parts:
        steps.append(Step("c2pa.placed"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "card"
        file.write_bytes(as_jpeg(png) if has_photo else png)
        return keep_made(
            actor,
            brand.id,
            name=name,
            file=file,
            steps=steps,
            recipe={
                "what": "card",
                "template": card.template,
                "format": drawn.format.name,
                "fields": dict(card.fields),
                "scheme": card.scheme,
                "changed": {key: list(value) for key, value in drawn.changed.items()},
            },
            parts=ready.parts,
            origin=GENERATED if by_model else "person",
            alt=drawn.alt,
        )


@lru_cache(maxsize=16)
def _embedded(file: FieldFile, *, keeps_alpha: bool = False) -> Picture:
    """A picture as a card embeds it, kept for the next look: files of the library do not change."""
    with local_copy(file) as path:
        return picture_of(path, keeps_alpha=keeps_alpha)


def _kept_in(photo: Asset, picture: Picture) -> Picture:
    """The photo with what matters in it, in the pixels of what is embedded."""
    if not picture.size:
        return picture
    try:
        boxes = focus_of(photo)
    except NotMedia:
        return picture
    scale = picture.size[0] / photo.width
    return replace(picture, keep=tuple(Box(*(round(edge * scale) for edge in b)) for b in boxes))


def _ready(actor: Actor, brand: Brand, card: Card) -> _Ready:
    found = template(card.template, card_folder())
    if unknown := sorted(set(card.fields) - set(found.told.fields)):
        raise Invalid(
            f"This card has no field “{unknown[0][:40]}”.",
            mend=f"It has: {', '.join(found.told.fields)}.",
            code="field",
        )
    if card.scheme not in SCHEMES:
        raise Invalid(
            f"There are no colours “{str(card.scheme)[:20]}”.",
            mend=f"There are: {', '.join(SCHEMES)}.",
            code="scheme",
        )
    look = brands.look_of(brand)
    pictures: dict[str, Picture] = {}
    parts = []
    if card.photo and found.told.photo:
        photo = _picture(actor, brand, card.photo)
        pictures["photo"] = _kept_in(photo, _embedded(photo.file))
        parts.append(photo)
    logo = Asset.objects.filter(pk=look.logo, brand=brand).first() if look.logo else None
    if logo and not logo.is_video and found.has_picture("logo"):
        pictures["logo"] = _embedded(logo.file, keeps_alpha=True)
        parts.append(logo)
    want = Wanted(
        fields=card.fields,
        style=Style(look.colour, look.on_colour, look.accent, look.letter),
        scheme=card.scheme,
        brand=brand.name,
        language=card.language or brand.language,
        pictures=pictures,
        mends=card.mends,
    )
    return _Ready(found, want, parts)


def _picture(actor: Actor, brand: Brand, asset_id: UUID) -> Asset:
    asset = queries.asset(actor, asset_id)
    if asset.brand != brand or asset.is_video:
        raise NotFound("There is no such picture here.", mend="Choose one from the library.")
    return asset


def _drawn(ready: _Ready, form: Format) -> list[Drawn]:
    want = replace(ready.want, format=form)
    found = [draw(ready.template, one, slide=kind) for kind, one in slides(ready.template, want)]
    if len(found) > MAX_SLIDES:
        told = Problem(
            ready.template.told.points,
            f"These are {len(found):,} slides; {MAX_SLIDES:,} is the most.",
            "Put some points together, or make two of it.",
            "slides",
        )
        found = [replace(found[0], problems=(*found[0].problems, told)), *found[1:MAX_SLIDES]]
    return found


def _title(ready: _Ready) -> str:
    """The first of its words."""
    words = next((text for text in ready.want.fields.values() if text.strip()), "")
    return " ".join(words.split())[:60] or ready.template.title


def _source(ready: _Ready, by_model: bool) -> SourceType:
    if by_model or any(one.origin == GENERATED for one in ready.parts):
        return "compositeWithTrainedAlgorithmicMedia"
    if "photo" in ready.want.pictures:
        return "composite"
    return "dataDrivenMedia" if ready.template.has_chart else "digitalCreation"


def _says_a_model(brand: Brand, drawn: Sequence[Drawn]) -> bool:
    """Whether words on it stood in what a model wrote for this brand."""
    revisions = Revision.objects.filter(variant__post__brand=brand, model_share__gt=0)
    passages = [
        passage.text
        for one in revisions.order_by("-at")[:_REMEMBERED]
        for passage in one.written
        if passage.origin.kind == "model"
    ]
    memory = Memory((text, True) for text in dict.fromkeys(passages))
    return any(True for one in drawn for _run in memory.runs(one.words))
