"""A text whose numbers, clock times and dates are replaced by marks, so that patterns can speak
of "a number" whatever its form. Places are told in the original text."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from aboveboard.text.found.numerals import Numeral
from aboveboard.text.quantity import Quantity
from aboveboard.text.spans import Span

NUM = r"\ue000N\d+\ue001"
HIDDEN = "\ue002"


@dataclass
class Marked:
    """`text` holds `NUM` marks; `used` the numbers that a pattern has claimed."""

    original: str
    lang: str
    text: str
    numerals: list[Numeral]
    used: set[int] = field(default_factory=set)
    found: list[Quantity] = field(default_factory=list)
    _marked: list[int] = field(default_factory=list)
    _places: list[int] = field(default_factory=list)

    def place(self, at: int) -> int:
        """The place in the original of a place in the marked text that is not inside a mark."""
        index = bisect_right(self._marked, at) - 1
        return at if index < 0 else self._places[index] + at - self._marked[index]

    def where(self, at: int) -> int:
        """The place in the marked text of a place in the original that is not inside a number."""
        index = bisect_right(self._places, at) - 1
        return at if index < 0 else self._marked[index] + at - self._places[index]

    def span(self, start: int, end: int) -> Span:
        """These letters of the original."""
        return Span(start, end, self.original[start:end])

    def number(self, mark: str) -> tuple[int, Numeral]:
        """The number that a mark stands for, with its index."""
        index = int(mark[2:-1])
        return index, self.numerals[index]

    def free(self, *indexes: int) -> bool:
        """Whether none of these numbers has been claimed."""
        return not any(index in self.used for index in indexes)


def mark(original: str, hidden: str, lang: str, found: Sequence[Numeral]) -> Marked:
    """`hidden` is the original with what was found already replaced by `HIDDEN`, same length."""
    # "half" and its like are read by the patterns themselves: "half elf" is a time.
    kept = [numeral for numeral in found if not (numeral.half and numeral.word)]
    out: list[str] = []
    marked: list[int] = []
    places: list[int] = []
    at = length = 0
    for index, numeral in enumerate(kept):
        piece = hidden[at : numeral.start]
        sign = f"\ue000N{index}\ue001"
        out += [piece, sign]
        length += len(piece) + len(sign)
        marked.append(length)
        places.append(numeral.end)
        at = numeral.end
    out.append(hidden[at:])
    return Marked(original, lang, "".join(out), kept, _marked=marked, _places=places)
