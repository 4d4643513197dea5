"""How alike two texts are by their character trigrams, in any language, without a model."""

import math
from collections import Counter
from collections.abc import Sequence
from operator import mul

import regex

_GAP = regex.compile(r"[^\p{L}\p{M}\p{N}]+")


def similarity(a: str, b: str) -> float:
    """Cosine of the trigram counts, from 0.0 (nothing shared) to 1.0 (the same letters)."""
    return cosine(grams(a), grams(b))


def closest(text: str, others: Sequence[str]) -> tuple[int, float] | None:
    """The index and similarity of the most alike of `others`, the first at a tie; None for none."""
    ours = grams(text)
    best: tuple[int, float] | None = None
    for index, other in enumerate(others):
        score = cosine(ours, grams(other))
        if best is None or score > best[1]:
            best = (index, score)
    return best


def grams(text: str) -> Counter[str]:
    """The trigrams of a text's letters and digits, counted."""
    flat = f" {_GAP.sub(' ', text.casefold()).strip()} "
    return Counter(flat[at : at + 3] for at in range(len(flat) - 2))


def cosine(a: Counter[str], b: Counter[str]) -> float:
    if not a or not b:
        return 1.0 if not a and not b else 0.0
    dot = sum(a[gram] * b[gram] for gram in a.keys() & b.keys())
    return min(1.0, dot / math.sqrt(_square(a) * _square(b)))


def _square(counts: Counter[str]) -> int:
    return sum(map(mul, counts.values(), counts.values()))
