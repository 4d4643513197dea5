"""Pictures asked of a model over real HTTP, side by side, kept by a person, marked for good."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from PIL import Image
from tests.builders import make_member, make_workspace
from tests.desk import Desk, each_refused

from aboveboard.ai.tests.chat_server import ChatServer, chat_server
from aboveboard.ai.tests.images_server import ImagesHandler
from aboveboard.brand import actions as brand_actions
from aboveboard.brand.errors import ModelNotAllowed
from aboveboard.brand.rules import Allowance, Policy, Task
from aboveboard.create import actions, queries
from aboveboard.create.assets.picturing import fetch_pictures
from aboveboard.create.models import Asset, Call, PictureAsk, Provider
from aboveboard.kernel.errors import Forbidden, Invalid, NotFound
from aboveboard.media.credentials import inspect


@pytest.fixture
def painter(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    with chat_server(ImagesHandler) as running:
        monkeypatch.setattr(settings, "ALLOW_HOSTS", frozenset({running.host}))
        actions.add_provider(
            desk.actor,
            name="Painter",
            base_url=running.url,
            model="gpt-image-1",
            makes="pictures",
        )
        yield running


def photo(desk: Desk, size: tuple[int, int] = (400, 300)) -> Asset:
    file = io.BytesIO()
    Image.new("RGB", size, "#2F4A52").save(file, "PNG")
    return actions.add_asset(desk.actor, desk.brand.id, name="pan.png", data=file.getvalue())


def fetched(ask: PictureAsk) -> PictureAsk:
    async_to_sync(fetch_pictures)(ask.pk)
    ask.refresh_from_db()
    return ask


def kept(desk: Desk, ask: PictureAsk) -> tuple[Asset, Image.Image]:
    asset = actions.keep_picture(desk.actor, ask.proposals.all()[0].pk, alt="A pan.")
    with Image.open(asset.file.path) as opened:
        return asset, opened.convert("RGBA")


def test_proposals_stand_side_by_side_and_one_is_kept(desk: Desk, painter: ChatServer) -> None:
    ask = fetched(actions.ask_pictures(desk.actor, desk.brand.id, instruction="A red pan."))
    assert (ask.state, ask.model, ask.proposals.count()) == ("open", "gpt-image-1", 2)
    assert not Asset.objects.exists()
    asset, _ = kept(desk, ask)
    assert (asset.origin, asset.recipe["instruction"], asset.alt) == (
        "generated",
        "A red pan.",
        "A pan.",
    )
    told = inspect(Path(asset.file.path), asset.mime)
    assert told.says_model
    assert "trainedAlgorithmicMedia" in told.sources
    call = Call.objects.get()
    assert (call.task, call.state, call.tokens_out) == ("picture", "answered", 4000)
    actions.leave_pictures(desk.actor, ask.pk)
    each_refused(NotFound, lambda: actions.keep_picture(desk.actor, ask.proposals.all()[1].pk))
    assert Path(asset.file.path).exists()


def test_only_the_marked_part_is_filled(desk: Desk, painter: ChatServer) -> None:
    area = (0.5, 0.0, 0.5, 1.0)
    asked = actions.ask_pictures(
        desk.actor, desk.brand.id, what="fill", instruction="Red.", asset_id=photo(desk).pk,
        area=area, count=1,
    )  # fmt: skip
    asset, picture = kept(desk, fetched(asked))
    assert picture.size == (400, 300)
    assert picture.getpixel((100, 150)) == (0x2F, 0x4A, 0x52, 255)
    assert picture.getpixel((300, 150)) == (0xCC, 0x22, 0x22, 255)
    assert (
        "compositeWithTrainedAlgorithmicMedia" in inspect(Path(asset.file.path), asset.mime).sources
    )
    assert [one.name for one in asset.parts.all()] == ["pan.png"]


def test_a_picture_is_widened_around_itself(desk: Desk, painter: ChatServer) -> None:
    asked = actions.ask_pictures(
        desk.actor, desk.brand.id, what="expand", asset_id=photo(desk).pk, area=(0, 0, 0.5, 0),
        count=1,
    )  # fmt: skip
    _, picture = kept(desk, fetched(asked))
    assert picture.size == (600, 300)
    assert picture.getpixel((200, 150)) == (0x2F, 0x4A, 0x52, 255)
    assert picture.getpixel((550, 150))[0] == 0xCC  # type: ignore[index]


def test_a_background_goes_and_the_pixels_stay(desk: Desk, painter: ChatServer) -> None:
    asked = actions.ask_pictures(
        desk.actor, desk.brand.id, what="cutout", asset_id=photo(desk, (300, 300)).pk, count=1
    )
    _, picture = kept(desk, fetched(asked))
    assert picture.getpixel((150, 150)) == (0x2F, 0x4A, 0x52, 255)
    assert picture.getpixel((5, 5))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize(
    ("mode", "words"), [("bad_shape", "SVG"), ("tags", "address"), ("401", "key")]
)
def test_what_is_no_picture_is_not_kept(
    desk: Desk, painter: ChatServer, mode: str, words: str
) -> None:
    painter.mode = mode  # type: ignore[assignment]
    ask = fetched(actions.ask_pictures(desk.actor, desk.brand.id, instruction="x"))
    assert ask.state == "failed"
    assert words in ask.why
    assert not ask.proposals.exists()


def test_who_may_and_what_cannot(desk: Desk, painter: ChatServer) -> None:
    brand, asset = desk.brand.id, photo(desk)
    each_refused(
        Invalid,
        lambda: actions.ask_pictures(desk.actor, brand, instruction=" "),
        lambda: actions.ask_pictures(desk.actor, brand, instruction="x", count=9),
        lambda: actions.ask_pictures(desk.actor, brand, what="fill", instruction="x"),
        lambda: actions.ask_pictures(
            desk.actor, brand, what="fill", instruction="x", asset_id=asset.pk, area=(0, 0, 2, 2)
        ),
    )
    each_refused(
        Forbidden,
        lambda: actions.ask_pictures(make_member(desk.house, "viewer"), brand, instruction="x"),
    )
    ask = actions.ask_pictures(desk.actor, brand, instruction="x")
    stranger = make_workspace().actor
    each_refused(NotFound, lambda: actions.leave_pictures(stranger, ask.pk))
    actions.leave_pictures(desk.actor, ask.pk)
    assert fetched(ask).state == "stopped"
    assert painter.headers == []
    Provider.objects.all().delete()
    with pytest.raises(Invalid, match="No picture model is connected"):
        actions.ask_pictures(desk.actor, brand, instruction="x")
    never = Policy(ai=dict.fromkeys(Task, Allowance.NEVER))
    brand_actions.set_policy(desk.actor, brand, never)
    each_refused(
        ModelNotAllowed,
        lambda: actions.ask_pictures(desk.actor, brand, instruction="x"),
        lambda: actions.ask_words(desk.actor, asset.pk),
    )


def test_words_for_a_picture_wait_for_a_person(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    asset = photo(desk, (2000, 1500))
    server.text = "A pan of blue clay, empty."
    ask = fetched(actions.ask_words(desk.actor, asset.pk))
    assert (ask.state, ask.text) == ("open", server.text)
    sent = server.chats[0].messages[-1].content
    assert [part.type for part in sent] == ["text", "image_url"]
    assert len(sent[1].image_url.url) < 60_000
    asset.refresh_from_db()
    assert asset.alt == ""
    actions.take_words(desk.actor, ask.pk, "An empty pan of blue clay.")
    asset.refresh_from_db()
    assert asset.alt == "An empty pan of blue clay."
    assert not queries.picture_asks(desk.brand.id).exists()
