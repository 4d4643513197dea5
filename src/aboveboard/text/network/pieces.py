"""A text cut into the pieces that the model knows: the likeliest cut (unigram, Viterbi)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aboveboard.text.network.base import Base
from aboveboard.text.network.kept import Kept

# How a space is written in the list of pieces.
_SPACE = "\u2581"
_UNKNOWN_COSTS = 10.0
# Of so many words the cuts are kept (some 200 bytes each).
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Pieces:
    """The list: each piece with its number; `scores` is the log of how often it stands in texts."""

    known: Mapping[str, int]
    scores: Sequence[float]
    spellings: dict[int, str]
    unknown: int
    least: float
    longest: int
    cuts: Kept[str, tuple[int, ...]] = field(default_factory=lambda: Kept(_KEPT))

    @classmethod
    def of(cls, base: Base) -> "Pieces":
        """Those of a packaged model."""
        longest = max(map(len, base.pieces))
        return cls(base.pieces, base.scores, base.spellings, base.unknown, base.least, longest)

    def cut(self, text: str) -> list[int]:
        """The numbers of the pieces of a text, in their order; no piece reaches over a space."""
        plain = text.translate(self.spellings)
        while "  " in plain:
            plain = plain.replace("  ", " ")
        words = plain.replace(" ", _SPACE).removeprefix(_SPACE).split(_SPACE)
        cut = self.cuts.of(words, lambda new: [self._likeliest(_SPACE + word) for word in new])
        return [piece for word in cut for piece in word]

    def _likeliest(self, plain: str) -> tuple[int, ...]:
        size = len(plain)
        best = [float("-inf")] * (size + 1)
        best[0] = 0.0
        last = [(0, self.unknown)] * (size + 1)
        dear = self.least - _UNKNOWN_COSTS
        for start in range(size):
            here = best[start]
            for end in range(start + 1, min(size, start + self.longest) + 1):
                piece = self.known.get(plain[start:end])
                if piece is not None and here + self.scores[piece] > best[end]:
                    best[end] = here + self.scores[piece]
                    last[end] = (start, piece)
            if here + dear > best[start + 1]:
                best[start + 1] = here + dear
                last[start + 1] = (start, self.unknown)
        found = []
        at = size
        while at > 0:
            at, number = last[at]
            found.append(number)
        return tuple(found[::-1])
