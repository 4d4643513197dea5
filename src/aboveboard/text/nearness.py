"""Whether two texts say the same: by their trigrams and by the words that carry the topic."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from aboveboard.text.knowledge import stems
from aboveboard.text.sentences import sentences
from aboveboard.text.similarity import cosine, grams

# From here on two texts count as saying the same. Measured on learn/tests/likeness.toml: sentences
# said in another order score 0.64 and more, other sentences about the same thing 0.49 and less.
SAME = 0.57


@dataclass(frozen=True)
class Taken:
    """A text as it is compared: its trigrams and its stems."""

    grams: Counter[str]
    stems: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Taken":
        return cls(grams(text), stems(text))


def nearness(a: Taken, b: Taken) -> float:
    """From 0.0 to 1.0: the mean of the cosine of trigrams and the share of stems in common."""
    union = len(a.stems | b.stems)
    shared = len(a.stems & b.stems) / union if union else 0.0
    return (cosine(a.grams, b.grams) + shared) / 2


class Shelf:
    """Texts that are there already, each under a number; finds what says the same as a new one."""

    def __init__(self) -> None:
        self._rows: list[tuple[int, Taken]] = []

    def add(self, number: int, texts: Iterable[str]) -> None:
        """Put texts under a number: each as a whole."""
        self._rows += [(number, Taken.of(text)) for text in texts if text.strip()]

    def nearest(self, text: str) -> tuple[int, float] | None:
        """The number of the nearest one and how near it is; None on an empty shelf."""
        ours = Taken.of(text)
        best: tuple[int, float] | None = None
        for number, theirs in self._rows:
            score = nearness(ours, theirs)
            if best is None or score > best[1]:
                best = (number, score)
        return best

    def same(self, texts: Iterable[str]) -> int | None:
        """The number under which something says the same as one of these; None for none."""
        near = [found for text in texts if (found := self.nearest(text))]
        best = max(near, key=lambda one: one[1], default=None)
        return best[0] if best and best[1] >= SAME else None


def whole_and_sentences(text: str, language: str) -> list[str]:
    """A text and, where it has several, its sentences."""
    found = [one.text for one in sentences(text, language)]
    return [text, *found] if len(found) > 1 else [text]
