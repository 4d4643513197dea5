"""Words that come back: finding, in linear time, who wrote a run of characters first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

# A run this long (characters) that stood somewhere before is not typed anew.
RECALL = 24
# Every run of that length holds a block of this length that begins at a multiple of it.
_BLOCK = RECALL // 2
# Of a block that stands in many places, so many are looked at.
_PLACES = 8
# So many characters are remembered, the first ones given first.
MOST = 200_000


@dataclass(frozen=True, slots=True)
class Run(Generic[T]):
    """`text[start:end]` stood in what `who` wrote."""

    start: int
    end: int
    who: T


@dataclass(frozen=True, slots=True)
class _Known(Generic[T]):
    text: str
    who: T
    rank: int


class Memory(Generic[T]):
    """Texts with who wrote each, the earlier first: of two who wrote the same, the first did."""

    def __init__(self, texts: Iterable[tuple[str, T]]) -> None:
        self._known: list[_Known[T]] = []
        self._blocks: dict[str, list[tuple[int, int]]] = defaultdict(list)
        room, rank = MOST, 0
        for text, who in texts:
            if len(text) < RECALL or len(text) > room:
                continue
            room -= len(text)
            number = len(self._known)
            if number and self._known[-1].who != who:
                rank += 1
            self._known.append(_Known(text, who, rank))
            for at in range(0, len(text) - _BLOCK + 1, _BLOCK):
                places = self._blocks[text[at : at + _BLOCK]]
                if len(places) < _PLACES:
                    places.append((number, at))

    def runs(self, text: str) -> Iterator[Run[T]]:
        """Runs of at least RECALL characters that stood in a text, in order.

        One may begin in the words of the run before it, of which only its own part is given.
        """
        at = done = 0
        # A text that repeats itself would be looked at in vain again and again.
        vain: set[str] = set()
        while self._known and at <= len(text) - _BLOCK:
            places = self._blocks.get(text[at : at + _BLOCK])
            if places and (around := text[max(0, at - _BLOCK) : at + RECALL]) not in vain:
                found = self._grown(text, at, done, places)
                if found:
                    yield found
                    done = found.end
                    at = max(at + 1, done - RECALL)
                    continue
                if at >= done:
                    vain.add(around)
            at += 1

    def _grown(
        self, text: str, at: int, done: int, places: Sequence[tuple[int, int]]
    ) -> Run[T] | None:
        """The run around a block that goes beyond `done`: the earliest, then the longest."""
        best, start, end = None, 0, 0
        for number, place in places:
            known = self._known[number]
            if best and best.rank < known.rank:
                break
            left, most = 0, min(at, place, RECALL)
            while left < most and text[at - left - 1] == known.text[place - left - 1]:
                left += 1
            right = _BLOCK + _same(text, at + _BLOCK, known.text, place + _BLOCK)
            if left + right >= RECALL and at + right > max(done, end):
                best, start, end = known, max(done, at - left), at + right
        return Run(start, end, best.who) if best else None


def _same(a: str, at: int, b: str, place: int) -> int:
    """How many characters are the same from here on, by doubling steps."""
    size, step = 0, 16
    while True:
        piece = a[at + size : at + size + step]
        if piece and b.startswith(piece, place + size):
            size += len(piece)
            step *= 2
        elif step > 1 and piece:
            step = max(1, min(step, len(piece)) // 2)
        else:
            return size
