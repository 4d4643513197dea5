"""Which shapes a network takes, and that a frame comes back from JSON as it was."""

import json
from dataclasses import asdict

import pytest

from aboveboard.channels.framing import Frame
from aboveboard.channels.registry import network, networks


@pytest.mark.parametrize(
    ("size", "takes", "suits"),
    [
        ((1_080, 1_350), True, True),
        ((1_080, 566), True, True),
        ((4_000, 3_000), True, True),
        ((1_080, 1_400), False, False),
        ((1_200, 600), False, False),
    ],
)
def test_a_feed_takes_some_shapes(size: tuple[int, int], takes: bool, suits: bool) -> None:
    frame = network("instagram").limits.frame
    assert (frame.takes(*size), frame.suits(*size)) == (takes, suits)
    pins = network("pinterest").limits.frame
    assert pins.takes(*size)
    assert not pins.suits(*size)


def test_every_frame_comes_back_from_json() -> None:
    for one in networks().values():
        frame = one.limits.frame
        assert Frame.of(json.loads(json.dumps(asdict(frame)))) == frame
        assert all(frame.takes(*shape) for shape in frame.shapes)
    assert Frame.of({"edge": 900, "of_another_version": 1}) == Frame(edge=900)
