"""Which parts of a video a clip keeps (pure): whole scenes, in their order, up to a length.

A cut begins where a scene begins. Only the last scene taken may end early, to reach the length.
Seconds throughout, of the source unless told otherwise.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

# What is shorter is a flash, not a scene.
SHORTEST = 0.7
# A clip that follows its start to the end gives up to a quarter to end with a scene.
_ENDS_WHOLE = 0.75
MOST_PIECES = 100


@dataclass(frozen=True, order=True)
class Piece:
    """A part of a video, from `start` up to `end`."""

    start: float
    end: float

    @property
    def seconds(self) -> float:
        return self.end - self.start


def total(pieces: Iterable[Piece]) -> float:
    return sum(piece.seconds for piece in pieces)


def scenes(changes: Sequence[float], start: float, end: float) -> list[Piece]:
    """The scenes between `start` and `end`; flashes belong to the scene before them."""
    edges = [start]
    for change in sorted(changes):
        if change - edges[-1] >= SHORTEST and end - change >= SHORTEST:
            edges.append(change)
    return [Piece(a, b) for a, b in pairwise([*edges, end])]


def spread(found: Sequence[Piece], length: float) -> list[Piece]:
    """Scenes from all over the video that together last `length`, or a flash less.

    The first is kept, then always the one that is farthest from those kept already, if it fits;
    what is left to fill is filled with the beginning of one more.
    """
    if total(found) <= length:
        return list(found)
    if found[0].seconds >= length:
        return [Piece(found[0].start, found[0].start + length)]
    kept, left = [found[0]], list(found[1:])
    while left and len(kept) < MOST_PIECES:
        room = length - total(kept)
        fitting = [one for one in left if one.seconds <= room]
        if not fitting:
            break
        best = max(fitting, key=lambda one: (_distance(one, kept), -one.start))
        kept.append(best)
        left.remove(best)
    room = length - total(kept)
    longer = [one for one in left if one.seconds > room]
    if room >= SHORTEST and longer:
        best = max(longer, key=lambda one: (_distance(one, kept), -one.start))
        kept.append(Piece(best.start, best.start + room))
    return joined(sorted(kept))


def onward(found: Sequence[Piece], length: float) -> list[Piece]:
    """From the beginning on, up to `length`; a little less where that ends with a scene."""
    begin, last = found[0].start, found[-1].end
    if last - begin <= length:
        return [Piece(begin, last)]
    ends = [one.end for one in found if _ENDS_WHOLE * length <= one.end - begin <= length]
    return [Piece(begin, max(ends, default=begin + length))]


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The same parts, those that follow each other as one."""
    out: list[Piece] = []
    for piece in pieces:
        if out and piece.start - out[-1].end < 1e-6:
            out[-1] = Piece(out[-1].start, piece.end)
        else:
            out.append(piece)
    return out


def split_at(edges: Sequence[float], pieces: Sequence[Piece]) -> list[Piece]:
    """The same parts, cut once more where scenes begin in them."""
    out = []
    for piece in pieces:
        within = [edge for edge in edges if piece.start + 0.05 < edge < piece.end - 0.05]
        out += [Piece(a, b) for a, b in pairwise([piece.start, *within, piece.end])]
    return out


def on_grid(pieces: Sequence[Piece], rate: float, end: float) -> list[Piece]:
    """The parts with their edges on whole pictures, so that picture and sound stay together."""
    grid = [
        Piece(round(one.start * rate) / rate, min(round(one.end * rate) / rate, end))
        for one in pieces
    ]
    return [one for one in grid if one.seconds > 0.5 / rate]


def _distance(one: Piece, kept: Sequence[Piece]) -> float:
    middle = (one.start + one.end) / 2
    return min(abs(middle - (other.start + other.end) / 2) for other in kept)
