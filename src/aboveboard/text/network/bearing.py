"""Whether what is known bears a sentence out (`bearing.npz`, `tools/train_bearing.py`)."""

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache

import numpy as np

from aboveboard.text.network.base import Floats
from aboveboard.text.network.cuttings import Cuttings
from aboveboard.text.network.layers import (
    LOW,
    Reader,
    Trained,
    change,
    linear,
    reader,
    through,
    trained,
)
from aboveboard.text.network.question import LONGEST, SENTENCE, Question

# How many texts' vectors are kept (1.5 kB each).
_KEPT = 6_000


class Bearing:
    """Reads a sentence together with what stands before it and the passages nearest to it."""

    def __init__(self, reader: Reader, parts: Trained) -> None:
        self._reader, self._parts = reader, parts
        self._names = [str(name) for name in parts["names"]]
        self._changes = [change(parts, number) for number in range(LOW, reader.base.layers)]
        self._kept: OrderedDict[str, Floats] = OrderedDict()

    def cuttings(self, passages: Sequence[str]) -> Cuttings:
        """Passages cut as they were where it learned."""
        return Cuttings(passages, self.vectors)

    def vectors(self, texts: Sequence[str], *, keep: bool) -> list[Floats]:
        """What texts are about, as vectors of length 1, less what all texts have in common.

        Those of a knowledge are kept, since it is asked for with each brief and each sentence.
        """
        known = {text: self._kept.pop(text, None) for text in texts}
        new = [text for text, vector in known.items() if vector is None]
        if new:
            made = self._reader.vectors(new, LONGEST[SENTENCE]) - self._parts["usual"]
            made /= np.linalg.norm(made, axis=1, keepdims=True)
            known |= {text: row.copy() for text, row in zip(new, made, strict=True)}
        found = {text: vector for text, vector in known.items() if vector is not None}
        if keep:
            self._kept |= found
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return [found[text] for text in texts]

    def doubt(self, question: Question) -> float:
        """The log odds that the passages do not bear the sentence out."""
        parts = list(question.parts())
        read = [self._reader.alone([text], LONGEST[role])[0] for role, text in parts]
        roles = np.repeat([role for role, _ in parts], [len(one) for one in read])
        state = np.concatenate(read) + self._parts["seg"][roles]
        base = self._reader.base
        layers = self._reader.layers(LOW, base.layers)
        state = through(base, layers, state, [len(state)], self._changes)
        both = np.concatenate([state[0], state[roles == SENTENCE].mean(0)])
        hidden = np.tanh(linear(self._parts, "head.1", both))
        said = linear(self._parts, "head.4", hidden)
        return float((said + linear(self._parts, "feat", self._measures(question)))[0])

    def _measures(self, question: Question) -> Floats:
        raw = np.array([question.measures[name] for name in self._names], np.float32)
        scaled: Floats = (raw - self._parts["mu"]) / self._parts["sd"]
        return scaled


@cache
def bearing() -> Bearing | None:
    """That of this process; None where the packaged model is not installed."""
    found = reader()
    return Bearing(found, trained("bearing")) if found else None
