"""How everybody writes in a language: counts of tokens, to tell what is one author's own.

The counts are files beside this one, written by `tools/voice_background.py`, which names where the
texts come from; the texts themselves are not there.
"""

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from aboveboard.text.voice.kinds import KINDS, tokens

COMMON = 150


@dataclass(frozen=True)
class Background:
    """Counts per kind; `common` are the commonest words, `sums` all tokens of a kind."""

    common: frozenset[str]
    counts: Mapping[str, Mapping[str, int]]
    sums: Mapping[str, int]

    def share(self, kind: str, token: str) -> float:
        """How much of everybody's tokens this one is; above 0 for what nobody wrote, too."""
        counts = self.counts[kind]
        return (counts.get(token, 0) + 0.5) / (self.sums[kind] + 0.75 * len(counts) + 25)


@cache
def background(language: str) -> Background:
    """Everybody's counts in one of the five languages."""
    packed = files(__package__).joinpath("backgrounds", f"{language}.json.gz").read_bytes()
    told = json.loads(gzip.decompress(packed))
    return Background(frozenset(told["common"]), told["counts"], told["sums"])


def counted(texts: Iterable[str], common: Iterable[str], *, least: int = 1) -> Background:
    """The counts of texts; tokens that are there fewer than `least` times are left out."""
    words = frozenset(common)
    counts: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
    for text in texts:
        for kind, found in tokens(text, words).of.items():
            held = counts[kind]
            for token in found:
                held[token] = held.get(token, 0) + 1
    kept = {
        kind: {token: n for token, n in sorted(held.items()) if n >= least}
        for kind, held in counts.items()
    }
    sums = {kind: sum(held.values()) for kind, held in counts.items()}
    return Background(words, kept, sums)
