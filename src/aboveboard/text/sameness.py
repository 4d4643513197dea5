"""How near a text is to one that was there before, also in another order or in other words.

In: a text and earlier ones. Out: the nearest of them and how near, from 0 to 1: the larger of
`nearness` (trigrams and stems) and of how much of the shorter text's wording stands in the other,
so that a post and the same post with two sentences more are near. SAME is `nearness.SAME`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from aboveboard.text.nearness import SAME, Taken, nearness

# So many of the likeliest are compared closely; words of one shingle.
_CLOSELY, _SHINGLE, _FEW = 12, 3, 6
# A text of which all the wording stands in another is as near as this.
_HELD = 0.95
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)?")
_OPENING, _OFTEN, _LATE = 3, 3, 12


@dataclass(frozen=True, slots=True)
class Near:
    """The earlier text at `at` is the nearest, by `closeness`."""

    at: int
    closeness: float

    @property
    def same(self) -> bool:
        """Whether the two count as saying the same."""
        return self.closeness >= SAME


@dataclass(frozen=True)
class _Read:
    taken: Taken
    shingles: frozenset[tuple[str, ...]]


@lru_cache(maxsize=4_096)
def _read(text: str) -> _Read:
    words = _words(text)
    runs = (tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))
    return _Read(Taken.of(text), frozenset(runs))


def _words(text: str) -> list[str]:
    return [match[0].casefold() for match in _WORD.finditer(text)]


@lru_cache(maxsize=16)
def nearest(text: str, history: tuple[str, ...]) -> Near | None:
    """The nearest of `history`, the first at a tie; None where there is none or no word."""
    ours = _read(text)
    if not history or not (ours.taken.stems or ours.taken.grams):
        return None
    theirs = [_read(one) for one in history]
    likely = sorted(range(len(theirs)), key=lambda at: -_shared(ours, theirs[at]))[:_CLOSELY]
    best = max(likely, key=lambda at: (_closeness(ours, theirs[at]), -at))
    return Near(best, _closeness(ours, theirs[best]))


def _shared(ours: _Read, theirs: _Read) -> float:
    both = len(ours.taken.stems & theirs.taken.stems)
    least = min(len(ours.taken.stems), len(theirs.taken.stems)) or 1
    return both / least + len(ours.shingles & theirs.shingles) / (len(ours.shingles) or 1)


def _closeness(ours: _Read, theirs: _Read) -> float:
    near = nearness(ours.taken, theirs.taken)
    shorter = min(len(ours.shingles), len(theirs.shingles))
    if shorter < _FEW:
        return near
    return max(near, _HELD * len(ours.shingles & theirs.shingles) / shorter)


def opening(text: str, history: Sequence[str]) -> tuple[int, int]:
    """How many of the latest texts begin with this one's first three words, of how many.

    `history` has the newest first; the latest twelve are looked at.
    """
    first, late = _words(text)[:_OPENING], history[:_LATE]
    if len(first) < _OPENING:
        return 0, len(late)
    return sum(_words(one[:120])[:_OPENING] == first for one in late), len(late)


def often(count: int) -> bool:
    """Whether so many like openings among the latest twelve are a habit."""
    return count >= _OFTEN
