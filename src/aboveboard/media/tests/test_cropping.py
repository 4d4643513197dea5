"""Where a picture is cut: in it, in its shape, and with what matters whole wherever that can be."""

from hypothesis import given
from hypothesis import strategies as st

from aboveboard.media.cropping import Box, crop, nearest, within

sides = st.integers(1, 6_000)
aspects = st.floats(0.1, 10)


@st.composite
def pictures(draw: st.DrawFn) -> tuple[int, int, list[Box]]:
    width, height = draw(sides), draw(sides)
    boxes = []
    for _ in range(draw(st.integers(0, 4))):
        left, top = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
        right, bottom = draw(st.integers(left + 1, width)), draw(st.integers(top + 1, height))
        boxes.append(Box(left, top, right, bottom))
    return width, height, boxes


@given(pictures(), aspects)
def test_the_box_lies_in_the_picture_and_has_its_shape(
    picture: tuple[int, int, list[Box]], aspect: float
) -> None:
    width, height, keep = picture
    box = crop(width, height, aspect, keep)
    assert Box(0, 0, width, height).holds(box)
    # It is as large as it can be: it reaches from edge to edge one way.
    assert box.width == width or box.height == height
    # The other way is right to the pixel, where there are pixels enough for it.
    assert abs(box.width - box.height * aspect) <= max(1, aspect) or min(box[2:]) == 1


@given(pictures(), aspects)
def test_what_matters_most_is_whole_wherever_it_goes_in(
    picture: tuple[int, int, list[Box]], aspect: float
) -> None:
    width, height, keep = picture
    box = crop(width, height, aspect, keep)
    whole: Box | None = None
    for one in keep:
        more = whole.around(one) if whole else one
        if more.width > box.width or more.height > box.height:
            break
        whole = more
    if whole:
        assert box.holds(whole)


@given(sides, sides, st.lists(st.integers(-9_000, 9_000), min_size=4, max_size=4), aspects)
def test_a_drawn_box_comes_to_lie_in_the_picture(
    width: int, height: int, drawn: list[int], aspect: float
) -> None:
    assert Box(0, 0, width, height).holds(within(drawn, width, height, None))
    box = within(drawn, width, height, aspect)
    assert Box(0, 0, width, height).holds(box)
    assert box.width <= max(drawn[2] - drawn[0], 1)
    again = within(box, width, height, aspect)
    assert (again.left, again.top) == (box.left, box.top)


def test_the_shape_of_which_least_is_lost() -> None:
    shapes = ((1_080, 1_350), (1_080, 1_080), (1_080, 566))
    assert nearest(4_000, 3_000, shapes) == (1_080, 1_080)
    assert nearest(1_920, 1_080, shapes) == (1_080, 566)
    assert nearest(500, 2_000, shapes) == (1_080, 1_350)
