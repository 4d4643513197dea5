"""Whether what is known bears a sentence out (`bearing.npz`, `tools/train_bearing.py`)."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from aboveboard.text.network.base import Floats
from aboveboard.text.network.cuttings import Cuttings
from aboveboard.text.network.kept import Kept
from aboveboard.text.network.layer import Trained, change
from aboveboard.text.network.layers import LOW, Reader, linear, reader, trained
from aboveboard.text.network.question import LONGEST, SENTENCE, Question

# How many texts' vectors are kept (1.5 kB each).
_KEPT = 6_000


class Bearing:
    """Reads a sentence together with what stands before it and the passages nearest to it."""

    def __init__(self, reader: Reader, parts: Trained) -> None:
        self._reader, self._parts = reader, parts
        self._names = [str(name) for name in parts["names"]]
        upper = range(reader.base.layers - LOW)
        self._changes = [change(parts, at) for at in upper]
        self._kept: Kept[str, Floats] = Kept(_KEPT)

    def cuttings(self, passages: Sequence[str]) -> Cuttings:
        """Passages cut as they were where it learned."""
        return Cuttings(passages, self.vectors)

    def vectors(self, texts: Sequence[str], *, keep: bool) -> Sequence[Floats]:
        """What texts are about, as vectors of length 1, less what all texts have in common.

        Those of a knowledge are kept, since it is asked for with each brief and each sentence.
        """
        return self._kept.of(texts, self._vectors) if keep else self._vectors(texts)

    def _vectors(self, texts: Sequence[str]) -> list[Floats]:
        rows = self._reader.vectors(texts, LONGEST[SENTENCE])
        return [row.copy() for row in apart(rows, self._parts["usual"])]

    def doubt(self, question: Question) -> float:
        """The log odds that the passages do not bear the sentence out."""
        parts = list(question.parts())
        read = self._reader.alone((text, LONGEST[role]) for role, text in parts)
        roles = np.repeat([role for role, _ in parts], [len(one) for one in read])
        together = np.concatenate(read) + self._parts["seg"][roles]
        [state] = self._reader.through(LOW, [together], self._changes)
        both = np.concatenate([state[0], state[roles == SENTENCE].mean(0)])
        hidden = np.tanh(linear(self._parts, "head.1", both))
        said = linear(self._parts, "head.4", hidden)
        return float((said + linear(self._parts, "feat", self._measures(question)))[0])

    def _measures(self, question: Question) -> Floats:
        raw = np.array([question.measures[name] for name in self._names], np.float32)
        scaled: Floats = (raw - self._parts["mu"]) / self._parts["sd"]
        return scaled


def apart(rows: Floats, usual: Floats) -> Floats:
    """Rows less what all texts have in common, each of length 1."""
    rows = rows - usual
    scaled: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return scaled


@cache
def bearing() -> Bearing | None:
    """That of this process; None where the packaged model is not installed."""
    found = reader()
    return Bearing(found, trained("bearing")) if found else None
