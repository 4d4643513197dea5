"""How like an author's own texts another text is, as a percentile among them, and in what.

Each kind of token is weighed as a likelihood ratio: how much oftener the author uses it than
everybody does (`background`). What the author's samples reach when each is left out in turn is the
measure for all. To that comes the build of the text, weighed by `weights.json`, which
`tools/voice_weights.py` learnt from texts of people and of machines that imitated them; and how the
text reads to the packaged model, where that is installed (`network.writing`). None of it is
evidence of who wrote a text.
"""

import json
import math
import statistics
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from aboveboard.text.voice.background import Background, background
from aboveboard.text.voice.kinds import BUILD, KINDS, Tokens, build, tokens

if TYPE_CHECKING:
    from aboveboard.text.network.writing import Author, Off

# Fewer samples say too little of an author.
LEAST = 10
# How many tokens of everybody's an author's counts are mixed with.
_MIXED = {"words": 400.0, "shapes": 150.0, "letters": 1500.0, "habits": 300.0}
# How kinds and build are put together, chosen on the corpora of docs/voice.md.
_WEIGH = {"words": 2.0, "shapes": 1.0, "letters": 1.0, "habits": 2.0}
_LOW, _HIGH, _SLACK = -4.0, 2.5, 0.1
_TOO, _PENALTY, _BUILT = 1.0, 2.0, 0.6
_ALIKE, _CHAINED, _FAR = 1.0, 0.7, 4.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score`: the share of the author's own texts that are less like the others than this one.

    It is smooth, so that no two texts at the ends are alike; `own` is that share as counted.
    `kinds` and `built` tell by how many standard deviations of the author's texts it is off.
    """

    score: float
    own: float
    kinds: dict[str, float]
    built: dict[str, float]


class Profile:
    """An author as known from samples in one language; takes two seconds for a hundred."""

    def __init__(
        self, samples: Sequence[str], language: str, *, ground: Background | None = None
    ) -> None:
        self._ground = ground or background(language)
        self.size = len(samples)
        made = [tokens(text, self._ground.common) for text in samples]
        self._counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
        for one in made:
            for kind in KINDS:
                self._counts[kind].update(one.of[kind])
        self._sums = {kind: sum(self._counts[kind].values()) for kind in KINDS}
        ratios = [self._ratios(one, left_out=True) for one in made]
        self._means, self._spreads = _moments(ratios)
        self._known = self._words()
        builds = [
            build(text, one, self._ground.common, self._words(one.of["words"]))
            for text, one in zip(samples, made, strict=True)
        ]
        self._middle, self._wide = _moments(builds)
        # Named, not imported: numpy comes with it, which most processes never need.
        self._author: Author | None = resolve_name("aboveboard.text.network.writing:author")(
            samples, language
        )
        read = self._author.own if self._author else [None] * self.size
        own = [
            self._sum(self._kinds(one), self._built(figures), off)
            for one, figures, off in zip(ratios, builds, read, strict=True)
        ]
        self._own = sorted(own)
        self._blur = 0.25 * (statistics.pstdev(own) or 1.0)
        self._last: tuple[str, Likeness] | None = None

    def likeness(self, text: str) -> Likeness:
        """How like the samples a text is; of the last text it is still known."""
        if self._last and self._last[0] == text:
            return self._last[1]
        found = self._likeness(text)
        self._last = text, found
        return found

    def _likeness(self, text: str) -> Likeness:
        made = tokens(text, self._ground.common)
        kinds = self._kinds(self._ratios(made))
        built = self._built(build(text, made, self._ground.common, self._known))
        value = self._sum(kinds, built, self._author.off(text) if self._author else None)
        score = sum(_rise((value - one) / self._blur) for one in self._own) / self.size
        own = sum(one < value for one in self._own) / self.size
        return Likeness(
            score,
            own,
            dict(zip(KINDS, kinds, strict=True)),
            dict(zip(BUILD, built, strict=True)),
        )

    def _ratios(self, made: Tokens, *, left_out: bool = False) -> list[float]:
        """The mean likelihood ratio of each kind of token, as if this text were no sample."""
        ratios = []
        for kind in KINDS:
            found = made.of[kind]
            less = Counter(found) if left_out else Counter()
            counts, mixed = self._counts[kind], _MIXED[kind]
            whole = self._sums[kind] - less.total() + mixed
            ratio = 0.0
            for token in found:
                share = self._ground.share(kind, token)
                ratio += math.log((counts[token] - less[token] + mixed * share) / (whole * share))
            ratios.append(ratio / math.sqrt(max(len(found), 1)))
        return ratios

    def _words(self, but: Sequence[str] = ()) -> "_Known":
        return _Known(self._counts["words"], self._ground.counts["words"], but)

    def _kinds(self, ratios: Sequence[float]) -> list[float]:
        off = zip(ratios, self._means, self._spreads, strict=True)
        return [(one - mean) / (spread + 1e-6) for one, mean, spread in off]

    def _built(self, figures: Sequence[float]) -> list[float]:
        off = zip(figures, self._middle, self._wide, strict=True)
        return [
            max(-4.0, min(4.0, (one - mean) / (spread + 0.05 * abs(mean) + 0.02)))
            for one, mean, spread in off
        ]

    def _sum(
        self, kinds: Sequence[float], built: Sequence[float], read: "Off | None" = None
    ) -> float:
        """All in one; what is more like the author than the author is counts less."""
        held = [min(_HIGH, max(one, _LOW + _SLACK * (one - _LOW))) for one in kinds]
        alike = sum(_WEIGH[kind] * one for kind, one in zip(KINDS, held, strict=True))
        plain, either = weights()
        known = sum(
            one * plain[name] + abs(one) * either[name]
            for name, one in zip(BUILD, built, strict=True)
        )
        too = max(0.0, statistics.fmean(kinds) - _TOO)
        value = alike / sum(_WEIGH.values()) - _PENALTY * too + _BUILT * known
        if read:
            value += _ALIKE * max(-_FAR, read.alike) - _CHAINED * min(_FAR, max(0.0, read.chained))
        return value


class _Known(Container[str]):
    """Words that the author or everybody has used; those of `but` count only if used elsewhere."""

    def __init__(
        self, own: Counter[str], everybody: Mapping[str, int], but: Sequence[str] = ()
    ) -> None:
        self._own, self._everybody, self._but = own, everybody, Counter(but)

    def __contains__(self, word: object) -> bool:
        return word in self._everybody or self._own[str(word)] > self._but[str(word)]


def _moments(rows: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
    columns = list(zip(*rows, strict=True))
    return [statistics.fmean(one) for one in columns], [statistics.pstdev(one) for one in columns]


def _rise(off: float) -> float:
    return 1 / (1 + math.exp(-max(-500.0, min(500.0, off))))


@cache
def weights() -> tuple[dict[str, float], dict[str, float]]:
    """What each figure of the build weighs: as it is, and by how far it is off either way."""
    told = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return told["plain"], told["either"]
