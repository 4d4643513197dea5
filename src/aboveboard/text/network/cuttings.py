"""Knowledge cut into pieces short enough to be read, found by what they are about."""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import regex

from aboveboard.text.network.base import Floats

# The longest piece in letters, unless it cannot be cut.
_MOST = 170
_SENTENCE = regex.compile(r"(?<=[.!?;])\s+(?=\S)")
_ANY = regex.compile(r"(?<=,)\s+(?=\S)|\s+(?=\S)")
# With more pieces than this only those are compared that share most words with a sentence.
_ALL, _SHARING = 60, 12
# How many are told by what they are about; one more is told by its words.
_NEAREST = 2


@dataclass(frozen=True, slots=True)
class Cutting:
    """Some sentences of a passage; `start` and `end` are places in its text."""

    passage: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """The cuttings nearest to a sentence, nearest first, and how near they are (cosines)."""

    texts: tuple[str, ...]
    measures: Mapping[str, float]


class Vectors(Protocol):
    """Tells what texts are about, each by a vector of length 1; those to `keep` come again."""

    def __call__(self, texts: Sequence[str], *, keep: bool) -> Sequence[Floats]: ...


class Cuttings:
    """The cuttings of some passages; `vectors` tells what texts are about, a row for each."""

    def __init__(self, passages: Sequence[str], vectors: Vectors) -> None:
        self._vectors = vectors
        self._all = [
            Cutting(number, start, end, text[start:end])
            for number, text in enumerate(passages)
            for start, end in cut(text)
        ]
        self._of: dict[int, list[int]] = {}
        for place, one in enumerate(self._all):
            self._of.setdefault(one.passage, []).append(place)

    def near(self, sentence: str, by_words: Mapping[tuple[int, int], float]) -> Found:
        """Those nearest to a sentence.

        `by_words` has the places (passage, start) of what shares words with it, each with how
        much it shares, from 0 up.
        """
        shared: dict[int, float] = {}
        for (passage, start), score in by_words.items():
            for place in self._of.get(passage, ()):
                if self._all[place].start <= start < self._all[place].end:
                    shared[place] = max(score, shared.get(place, 0.0))
        looked: Sequence[int] = range(len(self._all))
        if len(looked) > _ALL:
            looked = heapq.nlargest(_SHARING, shared, key=lambda place: shared[place])
        if not looked:
            return Found((), {"d0": 0.0, "d1": 0.0, "dx": 0.0})
        known = self._vectors([self._all[place].text for place in looked], keep=True)
        [own] = self._vectors([sentence], keep=False)
        cosines = {place: float(own @ one) for place, one in zip(looked, known, strict=True)}
        order = sorted(looked, key=lambda place: -cosines[place])
        picked = order[:_NEAREST]
        best = max(shared, key=lambda place: shared[place]) if shared else None
        if best is None or best in picked:
            picked = order[: _NEAREST + 1]
        else:
            picked.append(best)
        picked.sort(key=lambda place: -cosines[place])
        measures = {
            "d0": cosines[order[0]],
            "d1": cosines[order[1]] if len(order) > 1 else 0.0,
            "dx": cosines[best] if best is not None else 0.0,
        }
        return Found(tuple(self._all[place].text for place in picked), measures)


def cut(text: str) -> list[tuple[int, int]]:
    """Where a passage is cut: at ends of sentences, into as long pieces as may be."""
    found: list[tuple[int, int]] = []
    for line in regex.finditer(r"[^\n]*\S[^\n]*", text):
        begin = line.start() + len(line[0]) - len(line[0].lstrip())
        start, end = begin, begin
        for stop in _stops(line[0], line.start()):
            if end > start and stop - start > _MOST:
                found.append((start, end))
                start = end + len(text[end:stop]) - len(text[end:stop].lstrip())
            end = stop
        if end > start:
            found.append((start, end))
    return found


def _stops(line: str, at: int) -> list[int]:
    """Where a line, which begins at a place, may be cut: at sentences, else at commas and words."""
    ends = [*(one.start() for one in _SENTENCE.finditer(line)), len(line.rstrip())]
    found: list[int] = []
    begin = 0
    for end in ends:
        if end - begin > _MOST:
            inside = _ANY.finditer(line, begin, end)
            places = [(one.start(), line[one.start() - 1] == ",") for one in inside]
            last = begin
            while end - last > _MOST:
                room = [(comma, place) for place, comma in places if last < place <= last + _MOST]
                if not room:
                    break
                last = max(room)[1]
                found.append(at + last)
        found.append(at + end)
        begin = end
    return found
