"""The card of a link, for networks where whoever publishes makes it.

It is fetched while the post is written, and is then a person's: they see it, change it and approve
it with the post. Its picture is the post's one picture; its words stand beside it.
"""

from uuid import UUID

from asgiref.sync import async_to_sync
from django.conf import settings
from django.db import transaction

from aboveboard.channels.preview import Page, linked_page
from aboveboard.channels.registry import network
from aboveboard.create import queries
from aboveboard.create.actions.assets import add_asset
from aboveboard.create.actions.placing import placeless
from aboveboard.create.actions.revising import add_revision, locked
from aboveboard.create.errors import unless_out
from aboveboard.create.models import Revision, Variant
from aboveboard.kernel import http
from aboveboard.kernel.digest import Json
from aboveboard.kernel.errors import Invalid
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean
from aboveboard.text.counting import urls

MAX_TITLE, MAX_DESCRIPTION = 200, 300


def link_to_show(variant: Variant) -> str:
    """The link that could have a card: the text's first, or the one whose card is there."""
    head = variant.head
    if not head or network(variant.channel.network).capabilities.link_preview != "own":
        return ""
    card = _card(head.media)
    if head.media and not card:
        return ""
    first = next((found.text for found in urls(head.text)), "")
    return first or (str(card["url"]) if card else "")


def take_card(actor: Actor, variant_id: UUID) -> Revision:
    """Make the link's card of what its page says of itself; a person goes on from there.

    Raises Invalid when there is no link to show, or the page says no title or picture.
    """
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant(actor, variant_id)
    url = _shown(variant)
    page = async_to_sync(_looked_up)(_leads_to(url))
    if page is None:
        raise Invalid(
            "The page behind the link did not say what it is. Nothing was changed.",
            mend="Write the card yourself, with a picture of your library.",
            code="no_card",
        )
    if not page.picture:
        raise Invalid(
            f"The page “{page.title[:80]}” names no picture that can be used. Nothing was changed.",
            mend="Write the card yourself, with a picture of your library.",
            code="no_card",
        )
    picture = add_asset(
        actor,
        variant.post.brand_id,
        name=page.title,
        data=page.picture,
        alt=page.title,
        origin="import",
    )
    return set_card(
        actor,
        variant_id,
        title=page.title,
        description=page.description,
        picture_id=picture.id,
    )


def set_card(
    actor: Actor, variant_id: UUID, *, title: str, description: str, picture_id: UUID
) -> Revision:
    """Give the link a card with these words and a picture of the library.

    Raises Invalid when there is no link, or the words or the picture are none that it can hold.
    """
    require(actor, Right.write, actor.workspace_id)
    title, description = (" ".join(clean(words).split()) for words in (title, description))
    if not title or len(title) > MAX_TITLE or len(description) > MAX_DESCRIPTION:
        raise Invalid(
            f"A card has a title of 1 to {MAX_TITLE} characters and a description of at most "
            f"{MAX_DESCRIPTION}. Nothing was changed.",
            mend="Shorten it.",
            code="card_words",
        )
    picture_id = placeless(actor, [picture_id]).get(picture_id, picture_id)
    with unless_out(), transaction.atomic():
        variant = locked(actor, variant_id)
        picture = queries.assets(variant.post.brand_id).filter(pk=picture_id).first()
        if picture is None or picture.is_video:
            raise Invalid(
                "This picture is not in the brand's library. Nothing was changed.",
                mend="Add it to the library first.",
                code="asset",
            )
        link = {"url": _shown(variant), "title": title, "description": description}
        media: list[Json] = [{"asset": str(picture.id), "alt": title, "link": link}]
        head = variant.head
        if head and head.media == media:
            return head
        return add_revision(actor, variant, head.written if head else (), media=media, what="card")


def _shown(variant: Variant) -> str:
    if link := link_to_show(variant):
        return link
    raise Invalid(
        "There is no link here that could have a card.",
        mend="Put a link into the words, and take pictures off.",
        code="no_link",
    )


def _card(media: list[dict[str, Json]]) -> dict[str, Json] | None:
    found = media[0].get("link") if media else None
    return found if isinstance(found, dict) else None


def _leads_to(url: str) -> str:
    """Where a short address of ours leads; any other as it is."""
    start = queries.short_url("")
    kept = queries.link(url.removeprefix(start)) if url.startswith(start) else None
    return kept.url if kept else url


async def _looked_up(url: str) -> Page | None:
    async with http.client(allow_hosts=settings.ALLOW_HOSTS) as client:
        return await linked_page(client, url)
