"""What the packaged model makes of texts, once for all that was learned upon it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files
from threading import Lock

import numpy as np

from aboveboard.text.network.base import Base, Floats, packaged
from aboveboard.text.network.kept import Kept
from aboveboard.text.network.layer import Layer, Layout, Trained
from aboveboard.text.network.pieces import Pieces

# The layers that read a text alone.
LOW = 6
# How the packaged model was taught to be addressed.
LIKE = "query: "
# Rows that are read at once, so that a long text does not take much memory.
_AT_ONCE = 512
# How many texts' states are kept (some 20 kB each): several ask for those of one post.
_KEPT = 400


class Reader:
    """The packaged model's layers and what they make of texts; one for a process."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._pieces = Pieces.of(base)
        kind = base.plain("emb.type")[: base.size]
        self._places = base.plain("emb.pos").reshape(-1, base.size) + kind
        self._norm = (base.plain("emb.ln.w"), base.plain("emb.ln.b"))
        self._layers: dict[int, Layer] = {}
        self._kept: Kept[tuple[int, ...], Floats] = Kept(_KEPT)

    def alone(self, texts: Iterable[tuple[str, int]]) -> list[Floats]:
        """What the lower layers make of texts, each cut to so many pieces: a row a piece.

        Begin and end are pieces too. The states are rounded to half precision, as they were where
        the upper layers learned.
        """
        base = self.base
        cuts = [
            (base.begin, *self._pieces.cut(LIKE + text)[:longest], base.end)
            for text, longest in texts
        ]
        return [state.astype(np.float32) for state in self._kept.of(cuts, self._read)]

    def forget(self) -> None:
        """Keep no states, so that texts are read anew."""
        self._kept.forget()

    def vectors(self, texts: Sequence[str], longest: int) -> Floats:
        """For each text a row that tells what it is about: the mean of the last layer's states."""
        read = self.alone((text, longest) for text in texts)
        upper = [None] * (self.base.layers - LOW)
        return np.array([one.mean(0) for one in self.through(LOW, read, upper)])

    def through(
        self, first: int, texts: Sequence[Floats], changes: Sequence[Trained | None]
    ) -> list[Floats]:
        """The states of texts after as many layers as there are changes, from number `first` on.

        A change is what was learned for its layer (`layer.change`), None for none. Texts do not
        see each other.
        """
        read: list[Floats] = [texts[0]] * len(texts)
        for some in _groups([len(text) for text in texts]):
            lengths = [len(texts[place]) for place in some]
            layout = Layout.of(lengths)
            state = np.concatenate([texts[place] for place in some])
            for number, change in enumerate(changes, first):
                state = self._layer(number)(state, layout, change)
            for place, part in zip(some, np.split(state, np.cumsum(lengths)[:-1]), strict=True):
                # Copied, since each may be kept by itself.
                read[place] = part.copy()
        return read

    def _layer(self, number: int) -> Layer:
        if number not in self._layers:
            self._layers[number] = Layer(self.base, number)
        return self._layers[number]

    def _read(self, cuts: Sequence[tuple[int, ...]]) -> list[Floats]:
        base = self.base
        state = base.rows("emb.word", base.size, [piece for cut in cuts for piece in cut])
        state += np.concatenate([self._places[: len(cut)] for cut in cuts])
        state = _normed(state, self._norm, base.eps)
        parts = np.split(state, np.cumsum([len(cut) for cut in cuts])[:-1])
        return [one.astype(np.float16) for one in self.through(0, parts, [None] * LOW)]


def reader() -> Reader | None:
    """That of this process; None where the packaged model is not installed."""
    with _ONCE:
        return _reader()


_ONCE = Lock()


@cache
def _reader() -> Reader | None:
    path = packaged()
    return Reader(Base(path)) if path else None


def trained(name: str) -> dict[str, Floats]:
    """What was learned, in full precision; names are kept as they are."""
    with as_file(files("aboveboard.text.network") / f"{name}.npz") as file:
        parts = dict(np.load(file))
    return {
        name: part.astype(np.float32) if part.dtype.kind == "f" else part
        for name, part in parts.items()
    }


def _groups(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts of like length, as many as are read at once."""
    some: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: lengths[place]):
        if some and (len(some) + 1) * lengths[place] > _AT_ONCE:
            yield some
            some = []
        some.append(place)
    if some:
        yield some


def linear(parts: Trained, name: str, value: Floats) -> Floats:
    """A learned matrix applied to a row, or to each of several."""
    out: Floats = value @ parts[f"{name}.weight"].T + parts[f"{name}.bias"]
    return out


def _normed(state: Floats, norm: tuple[Floats, Floats], eps: float) -> Floats:
    state = state - state.mean(-1, keepdims=True)
    state /= np.sqrt((state * state).mean(-1, keepdims=True) + np.float32(eps))
    scaled: Floats = state * norm[0] + norm[1]
    return scaled
