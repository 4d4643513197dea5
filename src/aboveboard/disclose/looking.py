"""Whether a picture is one that a brand published: by its bytes, else by its likeness (pure).

The same bytes are proof; a likeness is none, and is always said as “looks like”.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from aboveboard.media.likeness import (
    SAME_BITS,
    SAME_COLOURS,
    Likeness,
    colours_apart,
    differing,
)

Found = Literal["exact", "original", "looks_like", "unknown"]
T = TypeVar("T")

# Plain drawings keep fewer of their bits when they are saved anew, and nearly all of their colours.
PLAIN_BITS, PLAIN_COLOURS = 12, 4.0


@dataclass(frozen=True)
class Known:
    """A picture of a post: the file that was approved, the signed one that went out, its looks."""

    likeness: Likeness
    approved: str = ""
    sent: str = ""


def same_look(one: Likeness, other: Likeness) -> bool:
    """Whether two pictures are, by their looks, one picture saved twice."""
    if one.bits is None or other.bits is None:
        return False
    bits = differing(one.bits, other.bits)
    colours = colours_apart(one.colours, other.colours)
    return (bits <= SAME_BITS and colours <= SAME_COLOURS) or (
        bits <= PLAIN_BITS and colours <= PLAIN_COLOURS
    )


def seek(
    digest: str, look: Likeness | None, known: Iterable[tuple[T, Known]]
) -> tuple[T | None, Found]:
    """The post that carries these bytes; else the one whose picture was made from them; else the
    one whose picture is nearest in looks."""
    nearest: T | None = None
    found: Found = "unknown"
    fewest = PLAIN_BITS + 1
    for post, one in known:
        if digest == one.sent:
            return post, "exact"
        if digest == one.approved:
            nearest, found, fewest = post, "original", -1
        elif look and same_look(look, one.likeness):
            apart = differing(look.bits or 0, one.likeness.bits or 0)
            if apart < fewest:
                nearest, found, fewest = post, "looks_like", apart
    return nearest, found
