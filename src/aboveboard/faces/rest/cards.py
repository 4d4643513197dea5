"""Cards by a program: which templates there are, and a card kept in the library."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from aboveboard.create.actions import Card, card_templates, make_card
from aboveboard.create.models import Asset
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import AssetOut, CardFieldOut, CardIn, CardTemplateOut, Mistake
from aboveboard.media.cards.formats import FORMATS
from aboveboard.media.cards.templates import Template
from aboveboard.people.actors import require
from aboveboard.people.rules import Right

router = Router()


@router.get("/cards", response=list[CardTemplateOut])
def list_cards(request: HttpRequest) -> list[CardTemplateOut]:
    """The templates of cards with their fields, a designer's own among them."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return [_told(one) for one in card_templates()[0].values()]


@router.post("/brands/{brand}/cards", response={201: list[AssetOut], 404: Mistake, 422: Mistake})
def keep_card(request: HttpRequest, brand: UUID, card: CardIn) -> Status[list[Asset]]:
    """Keep a card in each format (slides in their order). A program's words count as a model's.

    The alt text is proposed from the card's words. The same card again gives what is there.
    """
    made = make_card(
        actor_of(request),
        brand,
        Card(
            template=card.template,
            fields=card.fields,
            scheme=card.scheme,
            photo=card.photo,
            language=card.language,
            mends=card.mends,
        ),
        formats=card.formats,
        name=card.name,
    )
    return Status(201, made)


def _told(one: Template) -> CardTemplateOut:
    return CardTemplateOut(
        name=one.name,
        title=one.title,
        about=one.told.about,
        photo=one.told.photo,
        fields=[
            CardFieldOut(
                name=name, kind=told.kind, required=told.required, choices=list(told.choices)
            )
            for name, told in one.told.fields.items()
        ],
        formats=list(FORMATS),
    )
