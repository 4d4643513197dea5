"""The slides of a card: a cover, one for each point, and a last one; one for most templates."""

from collections.abc import Iterator
from dataclasses import replace

from aboveboard.media.cards.drawing import Wanted
from aboveboard.media.cards.setting import tidy
from aboveboard.media.cards.templates import Template


def slides(template: Template, want: Wanted) -> Iterator[tuple[str, Wanted]]:
    """The slides of a card, in order, each with what is wanted of it; one for most cards."""
    if not template.has_slides:
        yield "", want
        return
    name = template.told.points
    points = points_of(want.fields.get(name, ""))
    count = len(points) + 2
    for number in range(count):
        kind = "first" if number == 0 else "last" if number == count - 1 else "middle"
        point = points[number - 1] if kind == "middle" else ""
        told = {name: point, "number": str(number), "count": str(len(points))}
        fields = {**want.fields, **told}
        yield kind, replace(want, fields=fields)


def points_of(text: str) -> list[str]:
    """The points of a text: its paragraphs, or its lines where there is only one paragraph."""
    paragraphs = [one.strip() for one in tidy(text).split("\n\n") if one.strip()]
    if len(paragraphs) == 1:
        paragraphs = [one.strip(" -*•") for one in paragraphs[0].split("\n")]
    return [one for one in paragraphs if one]
