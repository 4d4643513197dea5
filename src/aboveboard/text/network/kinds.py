"""What a sentence claims, in whatever words, and whether it states anything at all of whose post it
is (`kinds.npz`, `tools/train_kinds.py`)."""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from aboveboard.text.network.base import Floats
from aboveboard.text.network.kept import Kept
from aboveboard.text.network.layer import Trained, change
from aboveboard.text.network.layers import LOW, Reader, linear, reader, trained

# The layers above the lower ones that are read with.
UPPER = 4
# How many pieces of a sentence are read.
LONGEST = 64
# The kind of what states nothing: a wish, a musing, a joke with names.
NOTHING = "states.nothing"
# How kinds begin of which is told too what surely is none of them, each with the chance under
# which it is none.
_NEVER = {"persons.demeaning": 0.003, "pressure.": 0.003, "unsafe.": 0.0005}
# The chance from which on a sentence may be of a kind together with one beside it, and that from
# which on both are.
_SUSPECT, _TOGETHER = 0.1, 0.985
# How many sentences' chances are kept: several ask for those of one post.
_KEPT = 400


class Kinds:
    """Tells the kinds of a sentence whose chance is over what was kept for each."""

    def __init__(self, reader: Reader, parts: Trained, *, longest: int = LONGEST) -> None:
        self._reader, self._parts, self._longest = reader, parts, longest
        self.names = [str(name) for name in parts["names"]]
        upper = range(UPPER)
        self._changes = [change(parts, at) for at in upper]
        self._claims = np.array([name != NOTHING for name in self.names])
        self._kept: Kept[str, Floats] = Kept(_KEPT)

    def of(self, sentences: Sequence[str]) -> list[frozenset[str]]:
        """The kinds that each sentence of a text is, and `not KIND` for what it is surely not.

        One that may be of a kind is read together with those beside it.
        """
        least = self._parts["least"]
        rows = self.chances(sentences)
        near = [bool(((row >= _SUSPECT) & (row < least) & self._claims).any()) for row in rows]
        pairs = [n for n in range(len(rows) - 1) if near[n] or near[n + 1]]
        alone = [self._alone(sentences[n : n + 2]) for n in pairs]
        joined = self._chances([np.concatenate(two) for two in alone]) if pairs else ()
        for n, row in zip(pairs, joined, strict=True):
            surely = (row >= np.maximum(least, _TOGETHER)) & (rows[n : n + 2] < least).all(axis=0)
            for column in np.flatnonzero(surely & self._claims):
                rows[n + int(rows[n + 1, column] > rows[n, column]), column] = row[column]
        return [frozenset(self._told(row, least)) for row in rows]

    def idle(self, sentences: Sequence[str]) -> frozenset[str]:
        """Those that surely state nothing of whose post they are."""
        column = self.names.index(NOTHING)
        surely = self.chances(sentences)[:, column] >= self._parts["least"][column]
        return frozenset(one for one, is_idle in zip(sentences, surely, strict=True) if is_idle)

    def _told(self, chances: Floats, least: Floats) -> Iterator[str]:
        for name, chance, over in zip(self.names, chances, least, strict=True):
            if chance >= over:
                yield name
            elif any(chance < under and name.startswith(kind) for kind, under in _NEVER.items()):
                yield f"not {name}"

    def chances(self, sentences: Sequence[str]) -> Floats:
        """For each sentence a row, for each kind its chance."""
        kept = self._kept.of(sentences, lambda some: self._chances(self._alone(some)))
        return np.array(kept)

    def forget(self) -> None:
        """Keep no chances, so that sentences are read anew."""
        self._kept.forget()

    def _alone(self, sentences: Sequence[str]) -> list[Floats]:
        return self._reader.alone((one, self._longest) for one in sentences)

    def _chances(self, states: Sequence[Floats]) -> Floats:
        read = self._reader.through(LOW, states, self._changes)
        both = np.array([np.concatenate([one.mean(0), one.max(0)]) for one in read])
        hidden = np.tanh(linear(self._parts, "head.1", both))
        out: Floats = 1 / (1 + np.exp(-linear(self._parts, "head.4", hidden)))
        return out


@cache
def learned() -> Kinds | None:
    """Those of this process; None where the packaged model is not installed."""
    found = reader()
    return Kinds(found, trained("kinds")) if found else None


def idle(sentences: Sequence[str]) -> frozenset[str]:
    """Those that surely state nothing of whose post they are; none without the model."""
    known = learned()
    return known.idle(sentences) if known else frozenset()


def kinds(sentences: Sequence[str]) -> list[frozenset[str]]:
    """The kinds ("pressure.scarcity") of each; none where the model is not installed."""
    known = learned() if sentences else None
    return known.of(sentences) if known else [frozenset() for _ in sentences]
