"""How a text reads to the packaged model, held against an author's samples.

Two things are told: how far a text is from what the samples are like, as a vector of sound and
matter (`writing.npz`, `tools/voice_writing.py`); and how much more it reads as if a machine had
chained it from pieces of others (`chained.npz`, `tools/train_chained.py`).
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from aboveboard.text.network.base import Floats
from aboveboard.text.network.kinds import Kinds
from aboveboard.text.network.layer import Trained
from aboveboard.text.network.layers import LOW, Reader, reader, trained

# How many pieces of a text are read, and how many texts at once.
LONGEST, _AT_ONCE = 96, 64


class Off(NamedTuple):
    """By how many standard deviations of the samples a text is like them, and is chained."""

    alike: float
    chained: float


class Writing:
    """Reads texts for how they are written."""

    def __init__(self, reader: Reader, parts: Trained, chained: Trained) -> None:
        self._reader, self._parts = reader, parts
        self._chained = Kinds(reader, chained, longest=LONGEST)

    def vectors(self, texts: Sequence[str], language: str) -> Floats:
        """For each text a row of length 1: what is not as in most texts of the language."""
        rows = whole(self._reader, texts) - self._parts[language]
        return _unit(rows @ self._parts["apart"])

    def chained(self, texts: Sequence[str]) -> Floats:
        """For each text the log odds that a machine chained it."""
        chances = self._chained.chances(texts)[:, 0].clip(1e-6, 1 - 1e-6)
        odds: Floats = np.log(chances / (1 - chances))
        return odds


class Author:
    """An author as known from samples; `own` tells each of these, held against all others."""

    def __init__(self, writing: Writing, samples: Sequence[str], language: str) -> None:
        self._writing, self._language = writing, language
        rows, odds = self._read(samples)
        sum_ = rows.sum(0)
        alike = (rows * _unit(sum_ - rows)).sum(1)
        self._middle = _unit(sum_[None])[0]
        self._moments = [(float(one.mean()), float(one.std()) + 1e-6) for one in (alike, odds)]
        self.own = [self._off(*pair) for pair in zip(alike, odds, strict=True)]

    def off(self, text: str) -> Off:
        """How a text is beside the samples."""
        rows, odds = self._read([text])
        return self._off(float(rows[0] @ self._middle), float(odds[0]))

    def _read(self, texts: Sequence[str]) -> tuple[Floats, Floats]:
        parts = [texts[at : at + _AT_ONCE] for at in range(0, len(texts), _AT_ONCE)]
        rows = [self._writing.vectors(some, self._language) for some in parts]
        odds = [self._writing.chained(some) for some in parts]
        return np.concatenate(rows), np.concatenate(odds)

    def _off(self, *figures: float) -> Off:
        pairs = zip(figures, self._moments, strict=True)
        return Off(*((float(one) - mean) / spread for one, (mean, spread) in pairs))


def whole(reader: Reader, texts: Sequence[str]) -> Floats:
    """For each text a row: the means of what the lower and of what all layers make of it."""
    alone = reader.alone((text, LONGEST) for text in texts)
    last = reader.through(LOW, alone, [None] * (reader.base.layers - LOW))
    return np.array(
        [np.concatenate([a.mean(0), b.mean(0)]) for a, b in zip(alone, last, strict=True)]
    )


def author(samples: Sequence[str], language: str) -> Author | None:
    """None where the packaged model is not installed; takes a second for a hundred samples."""
    writing = _writing()
    return Author(writing, samples, language) if writing else None


@cache
def _writing() -> Writing | None:
    found = reader()
    return Writing(found, trained("writing"), trained("chained")) if found else None


def _unit(rows: Floats) -> Floats:
    scaled: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return scaled
