"""A picture made to fit its channels: kept with its chain, and put where it belongs."""

import io
import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from PIL import Image
from tests.builders import make_member, make_workspace
from tests.desk import Desk, each_refused

from aboveboard.channels.base import Frame, Limits
from aboveboard.channels.registry import networks
from aboveboard.create import actions, queries
from aboveboard.create.actions import Chosen
from aboveboard.create.assets.fits import Wanted, for_network, for_shape, plan
from aboveboard.create.models import Asset
from aboveboard.kernel.errors import Forbidden, Invalid, NotFound
from aboveboard.media.credentials import inspect
from aboveboard.media.describing import says_where
from aboveboard.media.errors import NotMedia
from aboveboard.media.tests.drawing import corners, face, saved
from aboveboard.media.xmp import with_source

pytestmark = pytest.mark.django_db

WIDE = (1_500, 500)


def photo(desk: Desk, kind: str = "JPEG", size: tuple[int, int] = WIDE) -> Asset:
    """Somebody at the right of a wall."""
    data = saved(face(size, (size[0] * 5 // 6, size[1] // 2 - 20)), kind)
    if kind == "JPEG":
        data = with_source(data, "digitalCapture")
    asset = actions.add_asset(desk.actor, desk.brand.id, name="wall.x.jpg", data=data, alt="Marit")
    assert (asset.width, asset.height) == size
    return asset


def test_several_at_once_keep_the_chain_and_the_face(desk: Desk) -> None:
    asset = photo(desk)
    before = Path(asset.file.path).read_bytes()
    square, tall, same = actions.fit_asset(
        desk.actor, asset.pk, [for_shape("1:1"), for_shape("1080x1920"), for_shape("3:1")]
    )
    assert square.asset
    assert tall.asset
    assert same.asset == asset, "what fits already is the original itself"
    assert (square.asset.width, square.asset.height) == (500, 500)
    assert (square.asset.name, square.asset.alt) == ("wall.x, 500 × 500", "Marit")
    assert square.asset.recipe["box"] == [*square.plan.box]
    assert square.plan.box.left > 700
    asset.refresh_from_db()
    assert (asset.focus["by"], [*square.asset.parts.all()]) == ("faces", [asset])
    told = inspect(Path(square.asset.file.path), square.asset.mime)
    assert (told.state, told.xmp) == ("valid", "digitalCapture")
    assert [step.action for step in told.steps] == ["c2pa.opened", "c2pa.cropped"]
    assert told.ingredients == ("wall.x.jpg",)
    assert Path(asset.file.path).read_bytes() == before
    (again,) = actions.fit_asset(desk.actor, asset.pk, [for_shape("1:1")])
    assert again.asset == square.asset
    assert [*queries.fits_of(asset)] == [tall.asset, square.asset]


def test_what_somebody_drew_counts_more(desk: Desk) -> None:
    asset = photo(desk)
    shape = for_shape("1:1")
    (left,) = actions.fit_asset(
        desk.actor, asset.pk, [shape], chosen={"1:1": Chosen(box=(-20, 0, 280, 300))}
    )
    assert left.asset
    assert left.asset.recipe["box"] == [0, 0, 300, 300]
    (pointed,) = actions.fit_asset(desk.actor, asset.pk, [shape], focus=(0.5, 0.5))
    assert pointed.plan.box == (500, 0, 1_000, 500)


def test_a_file_that_says_where_it_was_taken_does_not_go_out(desk: Desk) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 0.0)})
    data = saved(Image.new("RGB", (300, 300), "red"), exif=exif)
    asset = actions.add_asset(desk.actor, desk.brand.id, name="a.jpg", data=data)
    (made,) = actions.fit_asset(desk.actor, asset.pk, [for_shape("1:1")])
    assert made.asset
    assert made.asset != asset
    with Image.open(made.asset.file.path) as picture:
        assert not picture.getexif().get_ifd(0x8825)


def test_an_original_that_says_where_it_was_taken_is_not_what_goes_out(desk: Desk) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 0.0)})
    exif[0x0112] = 6
    data = with_source(saved(corners(), exif=exif), "digitalCapture")
    asset = actions.add_asset(desk.actor, desk.brand.id, name="a.jpg", data=data, alt="Corners")
    variant = desk.variant("Salt.", channel=desk.channel("instagram"))
    first = actions.set_pictures(desk.actor, variant.id, [(asset.pk, "Four corners")])
    (shown,) = queries.assets_of(first)
    assert shown != asset
    assert (shown.width, shown.height) == (asset.width, asset.height)
    assert (shown.recipe["what"], shown.name, [*shown.parts.all()]) == (
        "unplaced",
        "a.jpg",
        [asset],
    )
    assert not says_where(Path(shown.file.path))
    told = inspect(Path(shown.file.path), shown.mime)
    assert (told.state, told.ingredients, told.xmp) == ("valid", ("a.jpg",), "digitalCapture")
    assert says_where(Path(asset.file.path)), "the original stays as it came"
    # Whichever of both is chosen again: nothing changes, and nothing is made anew.
    for one in (asset, shown):
        again = actions.set_pictures(desk.actor, variant.id, [(one.pk, "Four corners")])
        assert again == first
    assert Asset.objects.count() == 2


def test_what_cannot_be_done_changes_nothing(desk: Desk) -> None:
    frames = [Image.new("RGB", (300, 300), colour) for colour in ("red", "green")]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    moving = actions.add_asset(desk.actor, desk.brand.id, name="a.gif", data=file.getvalue())
    variant = desk.variant("Salt.", channel=desk.channel("instagram"))
    actions.set_pictures(desk.actor, variant.id, [(moving.pk, "It turns")])
    each_refused(
        NotMedia,
        lambda: actions.fit_variant(desk.actor, variant.id),
        lambda: actions.fit_asset(desk.actor, moving.pk, [for_shape("4:5")]),
        words="moves",
    )
    assert desk.again(variant).head.media[0]["asset"] == str(moving.pk)  # type: ignore[union-attr]
    # Where it is taken as it is it goes on moving.
    (kept,) = actions.fit_asset(
        desk.actor, moving.pk, [Wanted("x", "X", ("image/gif",), 10**6, Limits(1).frame)]
    )
    assert kept.asset == moving
    each_refused(
        Invalid,
        lambda: actions.fit_asset(desk.actor, moving.pk, []),
        lambda: for_shape("4:0"),
        lambda: for_shape("wide"),
        lambda: for_shape("9:1000"),
    )


def test_a_channel_keeps_what_its_server_told(desk: Desk) -> None:
    channel = desk.channel("mastodon")
    told = replace(Limits(500), frame=Frame(pixels=1_000_000, shapes=((4, 5),)))
    channel.limits = json.loads(json.dumps(asdict(told)))
    wanted = queries.wanted_by(channel)
    assert wanted
    assert wanted.frame == told.frame
    asset = photo(desk, size=(1_500, 1_200))
    (made,) = actions.fit_asset(desk.actor, asset.pk, [wanted])
    assert made.asset
    assert made.asset.width * made.asset.height <= 1_000_000


def test_who_may(desk: Desk) -> None:
    asset = photo(desk, size=(300, 200))
    variant = desk.variant()
    reader, stranger = make_member(desk.house, "client"), make_workspace().actor
    each_refused(
        Forbidden,
        lambda: actions.fit_asset(reader, asset.pk, [for_shape("1:1")]),
        lambda: actions.fit_variant(reader, variant.id),
    )
    each_refused(
        NotFound,
        lambda: actions.fit_asset(stranger, asset.pk, [for_shape("1:1")]),
        lambda: actions.fit_variant(stranger, variant.id),
    )
    (made,) = actions.fit_asset(desk.house.agent(), asset.pk, [for_shape("1:1")])
    assert made.asset
    assert made.asset.origin == "person"


def test_a_plan_for_each_network() -> None:
    """Whatever the picture, the plan is one that the network takes."""
    for network in networks().values():
        wanted = for_network(network.name, network.title, network.limits)
        assert (wanted is None) == (network.limits.images == 0)
        for width, height in ((6_000, 4_000), (300, 4_000), (4_000, 150), (900, 900)):
            if wanted:
                found = plan(wanted, width, height)
                assert wanted.frame.takes(found.width, found.height), network.name
                assert max(found.width, found.height) <= max(wanted.frame.edge, 1_920)
                for shape in wanted.shapes:
                    cut = plan(wanted, width, height, shape=shape)
                    assert wanted.frame.takes(cut.width, cut.height), (network.name, shape)
