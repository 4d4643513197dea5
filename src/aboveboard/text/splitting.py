"""Cutting a text into parts that each fit, at the gentlest place, without losing a character."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

import regex

from aboveboard.kernel.errors import Invalid
from aboveboard.text.counting import URL
from aboveboard.text.languages import guess
from aboveboard.text.sentences import sentences

Fits = Callable[[str], bool]

_PARAGRAPH = regex.compile(r"\s*\n\s*\n\s*")
_SPACE = regex.compile(r"\s+")
_GRAPHEME = regex.compile(r"\X")
# A gentler cut is taken as long as the part it leaves is not much shorter than it could be.
_WORTH = 0.4


def split(text: str, fits: Fits, *, lang: str | None = None) -> list[str]:
    """The text in parts for each of which `fits` holds, in order.

    Cuts at an empty line, else after a sentence, else between words, else between graphemes; a
    URL is cut only when it does not fit by itself. Only white space at the cuts is dropped.
    `fits` should hold for a beginning of every text for which it holds. Raises `Invalid` when
    not even a single character fits. `lang` is guessed when it is not given.
    """
    text = text.strip()
    if not text:
        return []
    if fits(text):
        return [text]
    cuts = _Cuts(text, lang or guess(text) or "en")
    parts: list[str] = []
    at = 0
    while at < len(text):
        end = cuts.after(at, fits)
        parts.append(text[at:end].strip())
        at = end
        while at < len(text) and text[at].isspace():
            at += 1
    return parts


def shorten(sentences: Sequence[str], fits: Fits) -> list[str]:
    """The sentences, in order, that fit together when joined by spaces; the first ones win.

    One that does not fit is left out and shorter ones after it may still be chosen.
    """
    chosen: list[str] = []
    for sentence in sentences:
        if fits(" ".join([*chosen, sentence])):
            chosen.append(sentence)
    return chosen


class _Cuts:
    """The places where `text` may be cut, gentlest first."""

    def __init__(self, text: str, lang: str) -> None:
        self.text = text
        end = len(text)
        # A cut stands before the white space, where the part ends.
        self.words = [m.start() for m in _SPACE.finditer(text)] + [end]
        self.paragraphs = {m.start() for m in _PARAGRAPH.finditer(text)} | {end}
        self.sentences = {span.end for span in sentences(text, lang)} | self.paragraphs
        self.links = [m.span() for m in URL.finditer(text)]

    def after(self, at: int, fits: Fits) -> int:
        """Where the part that begins at `at` ends."""
        text = self.text
        first = bisect_right(self.words, at)
        words = self.words[first:]
        best = _furthest(words, lambda end: fits(text[at:end]))
        if best is None:
            return self._inside(at, words[0], fits)
        reached = words[: best + 1]
        most = reached[-1]
        gentle = None
        for kind, worth in ((self.paragraphs, _WORTH), (self.sentences, 0.0)):
            end = next((end for end in reversed(reached) if end in kind), None)
            if end is not None and end - at >= worth * (most - at):
                return end
            gentle = gentle if end is None else end
        return gentle or most

    def _inside(self, at: int, stop: int, fits: Fits) -> int:
        """The last place within one overlong word; not inside a link that fits by itself."""
        text = self.text
        ends = [at + m.end() for m in _GRAPHEME.finditer(text[at:stop])]
        held = [(a, b) for a, b in self.links if b > at and a < stop and fits(text[max(a, at) : b])]
        allowed = [end for end in ends if not any(a < end < b for a, b in held)]
        best = _furthest(allowed, lambda end: fits(text[at:end]))
        if best is None:
            raise Invalid(
                "The text cannot be split: not even one of its characters fits the limit.",
                mend="Raise the limit.",
            )
        return allowed[best]


def _furthest(ends: Sequence[int], fits: Callable[[int], bool]) -> int | None:
    """The index of the last end that fits, found by doubling steps, then by halving.

    Doubling keeps the tries short: a long rest is never counted whole.
    """
    if not ends or not fits(ends[0]):
        return None
    good, step = 0, 1
    bad = len(ends)
    while good + step < bad:
        if fits(ends[good + step]):
            good += step
            step *= 2
        else:
            bad = good + step
    while bad - good > 1:
        middle = (good + bad) // 2
        if fits(ends[middle]):
            good = middle
        else:
            bad = middle
    return good
