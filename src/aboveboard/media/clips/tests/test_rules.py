"""Which scenes a clip keeps, where its window stands, what fits: rules, by many cases."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.media.clips import cutting, framing
from aboveboard.media.clips.cutting import Piece, total
from aboveboard.media.clips.encoding import Room, encoding_for
from aboveboard.media.clips.errors import NotMade
from aboveboard.media.clips.facts import Facts
from aboveboard.media.clips.framing import SHAPES, Seen, Shape

FACTS = Facts("video/mp4", 10**7, 60.0, 1280, 720, 25.0, "h264", "High", "yuv420p", "aac", 48_000)
ENDS = st.floats(10, 600)
CHANGES = st.lists(st.floats(0, 600), max_size=60)


@given(CHANGES, ENDS)
def test_scenes_are_all_of_it_and_no_flash(changes: list[float], end: float) -> None:
    found = cutting.scenes(changes, 0.0, end)
    assert found[0].start == 0
    assert found[-1].end == end
    assert all(a.end == b.start for a, b in pairwise(found))
    assert all(one.seconds >= cutting.SHORTEST for one in found)


@given(CHANGES, ENDS, st.floats(2, 300), st.booleans())
def test_a_cut_is_as_long_as_asked_and_begins_with_scenes(
    changes: list[float], end: float, length: float, over: bool
) -> None:
    found = cutting.scenes(changes, 0.0, end)
    kept = (cutting.spread if over else cutting.onward)(found, length)
    assert total(kept) <= length + 1e-6 or end <= length
    starts = [one.start for one in found]
    assert all(min(abs(one.start - start) for start in starts) < 1e-6 for one in kept)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    if over and len(found) < cutting.MOST_PIECES:
        assert total(kept) > min(length, end) - cutting.SHORTEST - 1e-6
    elif not over:
        assert total(kept) >= min(0.75 * length, end) - 1e-6


SIDES = st.integers(32, 4_000).map(lambda side: side * 2)
PARTS = st.floats(-0.2, 1.2)


@given(SIDES, SIDES, st.sampled_from(SHAPES), st.lists(st.tuples(st.floats(0, 9), PARTS, PARTS)))
def test_a_window_never_leaves_the_frame(
    width: int, height: int, shape: Shape, points: list[tuple[float, float, float]]
) -> None:
    window = framing.window_size(width, height, shape)
    ways = framing.windows(
        [Seen(*one) for one in points],
        [Piece(0, 4), Piece(6, 9)],
        frame=(width, height),
        window=window,
    )
    assert ways[0].at == 0
    for one in ways:
        assert 0 <= one.x <= width - window[0]
        assert 0 <= one.y <= height - window[1]
        assert one.x % 2 == one.y % 2 == 0


def test_a_point_that_a_person_chose_is_kept() -> None:
    (one,) = framing.windows(
        [Seen(0, 0.9, 0.5)],
        [Piece(0, 9)],
        frame=(1280, 720),
        window=(404, 720),
        focus=(0.25, 0.5),
    )
    assert one.x + 202 == pytest.approx(320, abs=1)


@given(st.integers(100_000, 50_000_000), st.floats(1, 60))
def test_bits_fit_into_the_bytes(most: int, seconds: float) -> None:
    try:
        how = encoding_for(FACTS, (1280, 720), seconds, Room(bytes=most), sound=True)
    except NotMade:
        return
    assert how.bits
    assert how.bits * seconds + how.bits + 128_000 * seconds <= most * 8
    assert how.width * 9 == pytest.approx(how.height * 16, rel=0.02)


def test_the_strictest_of_several_counts() -> None:
    rooms = [Room(bytes=5, seconds=9), Room(seconds=3, edge=7), Room()]
    assert Room.strictest(rooms) == Room(bytes=5, seconds=3, edge=7)
    assert Room.strictest([]) == Room()
