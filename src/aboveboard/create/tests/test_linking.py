"""The card of a link: from its page or by hand, a picture of the library, bound like the words."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from tests.builders import make_asset, make_member, make_workspace
from tests.desk import Desk
from tests.servers import site

from aboveboard.create import actions
from aboveboard.create.models import Asset, Variant
from aboveboard.kernel.errors import Forbidden, Invalid, NotFound
from aboveboard.kernel.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a site that the studio may look at."""
    with site.serve() as address:
        monkeypatch.setattr(settings, "ALLOW_HOSTS", frozenset({address.removeprefix("http://")}))
        yield address


def linking(desk: Desk, url: str, network: str = "bluesky") -> Variant:
    return desk.variant(f"Come and see: {url}.", channel=desk.channel(network))


def test_a_page_gives_its_words_and_picture(desk: Desk, pages: str) -> None:
    variant = linking(desk, f"{pages}/open")
    assert actions.link_to_show(variant) == f"{pages}/open"
    revision = actions.take_card(desk.actor, variant.id)
    (item,) = revision.media
    assert item["link"] == {
        "url": f"{pages}/open",
        "title": "Salt & sun",
        "description": "Raked in June.",
    }
    picture = Asset.objects.get(pk=item["asset"])
    assert (picture.width, picture.origin, item["alt"]) == (1_200, "import", "Salt & sun")


def test_a_short_address_of_ours_is_looked_up_where_it_leads(desk: Desk, pages: str) -> None:
    channel = desk.channel("bluesky")
    brief = desk.brief(link=f"{pages}/open", channels=(channel.id,))
    post = actions.draft_post(desk.actor, brief.id)
    variant = desk.again(post.variants.get(channel=channel))
    (item,) = actions.take_card(desk.actor, variant.id).media
    assert item["link"]["title"] == "Salt & sun"
    assert item["link"]["url"] == actions.link_to_show(desk.again(variant))


def test_a_card_of_ones_own_and_pictures_take_turns(desk: Desk, pages: str) -> None:
    variant = linking(desk, f"{pages}/open")
    picture, other = make_asset(desk.brand), make_asset(desk.brand, colour="#F3F1EA")
    told: dict[str, Any] = {"title": " Salt\nand sun ", "description": "", "picture_id": picture.id}
    first = actions.set_card(desk.actor, variant.id, **told)
    assert first.media[0]["link"]["title"] == "Salt and sun"
    assert actions.set_card(desk.actor, variant.id, **told) == first
    # Its own picture stays on the card, two pictures are no card.
    kept = actions.set_pictures(desk.actor, variant.id, [(picture.id, "Salt and sun")])
    assert "link" in kept.media[0]
    pair = actions.set_pictures(desk.actor, variant.id, [(picture.id, "a"), (other.id, "b")])
    assert [item.get("link") for item in pair.media] == [None, None]
    assert actions.link_to_show(desk.again(variant)) == ""
    with pytest.raises(Invalid, match="no link here"):
        actions.set_card(desk.actor, variant.id, **told)


@pytest.mark.parametrize(("path", "why"), [("/gone", "did not say"), ("/plain", "no picture")])
def test_what_a_page_does_not_say_is_left_to_people(
    desk: Desk, pages: str, path: str, why: str
) -> None:
    variant = linking(desk, pages + path)
    with pytest.raises(Invalid, match=why):
        actions.take_card(desk.actor, variant.id)
    assert desk.again(variant).head == variant.head


def test_a_page_inside_the_house_is_not_looked_at(desk: Desk) -> None:
    with site.serve() as address:
        variant = linking(desk, f"{address}/open")
        with pytest.raises(Invalid, match="did not say"):
            actions.take_card(desk.actor, variant.id)


def test_where_the_network_makes_it_there_is_none_to_give(desk: Desk) -> None:
    variant = linking(desk, "https://salt.example/open", "mastodon")
    assert actions.link_to_show(variant) == ""
    with pytest.raises(Invalid, match="no link here"):
        actions.take_card(desk.actor, variant.id)


def test_only_who_writes_here_gives_a_card(desk: Desk) -> None:
    variant, picture = linking(desk, "https://salt.example/open"), make_asset(desk.brand)
    told: dict[str, Any] = {"title": "Salt", "description": "", "picture_id": picture.id}
    with pytest.raises(Forbidden):
        actions.set_card(make_member(desk.house, "viewer"), variant.id, **told)
    with pytest.raises(NotFound):
        actions.set_card(make_workspace().actor, variant.id, **told)
    with pytest.raises(Invalid, match="library"):
        actions.set_card(desk.actor, variant.id, **{**told, "picture_id": new_id()})
    with pytest.raises(Invalid, match="title"):
        actions.set_card(desk.actor, variant.id, **{**told, "title": "x" * 201})
