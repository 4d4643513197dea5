"""Shapes that much generated text falls into, found in a text and held against people's rates.

In: a text in one of the five languages. Out: where each shape stands, and how seldom people's texts
of this length hold so many (`shape_rates.json`, written by `tools/shape_rates.py`). People use all
of them; many together are a manner, never evidence of who or what wrote a text.
"""

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import regex

from aboveboard.check.phrases import phrases
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

PHRASED = ("contrast", "whether", "engage", "opener")
SHAPES = {
    "contrast": "“not this, but that”",
    "whether": "“whether this or that”",
    "engage": "a question or an order to make readers answer",
    "opener": "a set opening",
    "triplet": "things in threes",
    "aside": "dashes for asides",
    "answered": "a short question that it answers itself",
    "bullets": "lines that begin with an emoji",
    "even": "sentences all of one length",
    "echo": "sentences that begin alike",
}
_AND = {"en": "and|or", "nl": "en|of", "fr": "et|ou", "de": "und|oder", "hu": "és|vagy|meg"}
_DASH = regex.compile(
    r"(?<=[\p{L}\p{N}”\"»)]) ?[—–] ?(?=[\p{L}„“\"«(])|(?<=\p{L}) -{1,2} (?=\p{L})"
)
_EMOJI = r"[\p{Extended_Pictographic}--[©®™\p{N}#*]]\uFE0F?"
_BULLET = regex.compile(rf"(?m)^[ \t]*(?:{_EMOJI})+", regex.V1)
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*")
# Sentences of one length: so many, whose lengths differ by no more than this part of the mean.
_EVEN, _SPREAD = 4, 0.16
# What counts as many, in tenfold rarity; see `closeness`.
MANY, KINDS = 3.5, 3


@dataclass(frozen=True)
class Manner:
    """The shapes of a text and how rare so many are among people's: 3 is one in a thousand."""

    found: tuple[tuple[str, Span], ...]
    rarity: float
    by_shape: dict[str, float]

    @property
    def closeness(self) -> float:
        """From 0 to 1; SAME (.57) of `text.nearness` where there are many, of three kinds."""
        part = min(1.0, len(self.by_shape) / KINDS)
        return part * (1 - 10 ** (-0.3665 * self.rarity / MANY))


@lru_cache(maxsize=64)
def manner(text: str, language: str) -> Manner:
    """The shapes of a text, measured."""
    found = tuple(sorted(shapes(text, language), key=lambda one: one[1].start))
    counts, size = Counter(name for name, _ in found), len(_WORD.findall(text))
    rare = {name: _rarity(n, rates(language)[name] * size / 100) for name, n in counts.items()}
    return Manner(found, sum(rare.values()), rare)


def shapes(text: str, language: str) -> Iterator[tuple[str, Span]]:
    """Every shape with its place."""
    said = phrases("sameness", language)
    for name in PHRASED:
        last = 0
        for span in said.find(name, text):
            if span.start >= last:
                yield name, span
                last = span.end
    for name, pattern in (("triplet", _three(language)), ("aside", _DASH)):
        yield from ((name, Span(m.start(), m.end(), m[0])) for m in pattern.finditer(text))
    bullets = [Span(m.start(), m.end(), m[0]) for m in _BULLET.finditer(text)]
    if len(bullets) >= 3:
        yield from (("bullets", one) for one in bullets)
    yield from _by_sentence(sentences(text, language))


def _by_sentence(whole: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    lengths = [len(_WORD.findall(one.text)) for one in whole]
    for at, one in enumerate(whole[:-1]):
        if one.text.rstrip().endswith("?") and 0 < lengths[at] <= 4 and at:
            yield "answered", one
    full = [n for n in lengths if n]
    if len(full) >= _EVEN:
        mean = sum(full) / len(full)
        if max(abs(n - mean) for n in full) <= max(1.0, _SPREAD * mean):
            yield "even", Span(whole[0].start, whole[-1].end, "")
    firsts = [match[0].casefold() if (match := _WORD.search(one.text)) else "" for one in whole]
    for at in range(2, len(whole)):
        if firsts[at] and firsts[at] == firsts[at - 1] == firsts[at - 2]:
            yield "echo", whole[at]


@cache
def _three(language: str) -> regex.Pattern[str]:
    """Three members of one to three words: "salt, sea and wind"."""
    member = r"\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*){0,2}"
    last = r"\p{L}[\p{L}'’-]*"
    return regex.compile(
        rf"(?<![\p{{L}},] )(?<!\p{{L}}){member}, {member},? (?:{_AND[language]}) {last}",
        regex.IGNORECASE,
    )


def _rarity(count: int, usual: float) -> float:
    """How seldom a Poisson of this mean gives so many, as the power of ten."""
    below = sum(math.exp(-usual) * usual**n / math.factorial(n) for n in range(min(count, 30)))
    return min(6.0, -math.log10(max(1e-6, 1 - below)))


@cache
def rates(language: str) -> dict[str, float]:
    """How many of each shape people's texts hold, a hundred words."""
    told = json.loads(files(__package__).joinpath("shape_rates.json").read_text(encoding="utf-8"))
    held: dict[str, float] = told[language]["people"]
    return held
