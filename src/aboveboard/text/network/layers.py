"""The packaged model's layers, read as they are or with small changes learned for one purpose.

The changes are of low rank (LoRA); the layers themselves are kept once for all purposes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from threading import Lock

import numpy as np

from aboveboard.text.network.base import Base, Floats, packaged
from aboveboard.text.network.kept import Kept
from aboveboard.text.network.pieces import Pieces

# The layers that read a text alone.
LOW = 6
# How the packaged model was taught to be addressed.
LIKE = "query: "
# How many texts' states are kept (some 20 kB each): several ask for those of one post.
_KEPT = 400

Trained = Mapping[str, Floats]
# A matrix of low rank as two, applied one after the other.
_Low = tuple[Floats, Floats]
_Norm = tuple[Floats, Floats]


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer's weights, turned so that rows of states are multiplied from the left."""

    joined: Floats
    joined_plus: Floats
    out: Floats
    out_plus: Floats
    out_norm: _Norm
    wide: Floats
    wide_plus: Floats
    narrow: Floats
    narrow_plus: Floats
    end_norm: _Norm


@dataclass(frozen=True, slots=True)
class Change:
    """What was learned for one layer: matrices that are added to its own, norms in their stead."""

    joined: tuple[_Low, ...]
    out: _Low
    out_norm: _Norm
    wide: _Low
    narrow: _Low
    end_norm: _Norm


class Reader:
    """The packaged model's layers and what they make of texts; one for a process."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._pieces = Pieces.of(base)
        self._layers: dict[int, Layer] = {}
        kind = base.plain("emb.type")[: base.size]
        self._places = base.plain("emb.pos").reshape(-1, base.size) + kind
        self._norm = (base.plain("emb.ln.w"), base.plain("emb.ln.b"))
        self._kept: Kept[tuple[int, ...]] = Kept(_KEPT)

    def layers(self, first: int, last: int) -> list[Layer]:
        """Those from number `first` up to `last`, which are read from the file once."""
        for number in range(first, last):
            if number not in self._layers:
                self._layers[number] = _layer(self.base, number)
        return [self._layers[number] for number in range(first, last)]

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
        sizes = [len(one) for one in read]
        layers = self.layers(LOW, self.base.layers)
        state = through(self.base, layers, np.concatenate(read), sizes)
        return np.array([one.mean(0) for one in np.split(state, np.cumsum(sizes)[:-1])])

    def _read(self, cuts: Sequence[tuple[int, ...]]) -> list[Floats]:
        base = self.base
        state = base.rows("emb.word", base.size, [piece for cut in cuts for piece in cut])
        state += np.concatenate([self._places[: len(cut)] for cut in cuts])
        sizes = [len(cut) for cut in cuts]
        state = _normed(state, self._norm, base.eps)
        state = through(base, self.layers(0, LOW), state, sizes)
        # Copied, since each part is kept by itself.
        parts = np.split(state.astype(np.float16), np.cumsum(sizes)[:-1])
        return [part.copy() for part in parts]


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


def change(parts: Trained, number: int) -> Change:
    """What was learned for the layer of this number."""
    where = f"upper.{number - LOW}"

    def low(name: str) -> _Low:
        down, up = parts[f"{where}.{name}.A"], parts[f"{where}.{name}.B"]
        return np.ascontiguousarray(down.T), np.ascontiguousarray(up.T)

    def norm(name: str) -> _Norm:
        return parts[f"{where}.{name}.weight"], parts[f"{where}.{name}.bias"]

    return Change(
        joined=(low("q"), low("k"), low("v")),
        out=low("ao"),
        out_norm=norm("aln"),
        wide=low("fi"),
        narrow=low("fo"),
        end_norm=norm("oln"),
    )


def _layer(base: Base, number: int) -> Layer:
    def turned(name: str) -> Floats:
        weights = base.rows(f"l{number}.{name}.w", base.wide if name == "fo" else base.size)
        return np.ascontiguousarray(weights.T)

    def plus(name: str) -> Floats:
        return base.plain(f"l{number}.{name}.b")

    def norm(name: str) -> _Norm:
        return base.plain(f"l{number}.{name}.w"), base.plain(f"l{number}.{name}.b")

    return Layer(
        joined=np.hstack([turned(name) for name in "qkv"]),
        joined_plus=np.concatenate([plus(name) for name in "qkv"]),
        out=turned("ao"),
        out_plus=plus("ao"),
        out_norm=norm("aln"),
        wide=turned("fi"),
        wide_plus=plus("fi"),
        narrow=turned("fo"),
        narrow_plus=plus("fo"),
        end_norm=norm("oln"),
    )


def through(
    base: Base,
    layers: Sequence[Layer],
    state: Floats,
    sizes: Sequence[int],
    changes: Sequence[Change] | None = None,
) -> Floats:
    """The states after some layers; within each of the parts, of so many rows, all attend to all.

    The parts are multiplied as one: what takes long is to fetch the weights.
    """
    size, heads, eps = base.size, base.heads, base.eps
    ends = np.cumsum(sizes).tolist()
    for number, one in enumerate(layers):
        new = changes[number] if changes else None
        joined = state @ one.joined + one.joined_plus
        for at, low in enumerate(new.joined if new else ()):
            joined[:, at * size : (at + 1) * size] += _by(low, state)
        seen = np.empty_like(state)
        for start, end in zip([0, *ends], ends, strict=False):
            query, key, value = (
                joined[start:end, at : at + size].reshape(end - start, heads, -1).transpose(1, 0, 2)
                for at in (0, size, 2 * size)
            )
            weight = query @ key.transpose(0, 2, 1) * np.float32((heads / size) ** 0.5)
            weight = np.exp(weight - weight.max(-1, keepdims=True))
            weight /= weight.sum(-1, keepdims=True)
            seen[start:end] = (weight @ value).transpose(1, 0, 2).reshape(end - start, size)
        state = state + _times(seen, one.out, one.out_plus, new.out if new else None)
        state = _normed(state, new.out_norm if new else one.out_norm, eps)
        wide = _gelu(_times(state, one.wide, one.wide_plus, new.wide if new else None))
        state = state + _times(wide, one.narrow, one.narrow_plus, new.narrow if new else None)
        state = _normed(state, new.end_norm if new else one.end_norm, eps)
    return state


def linear(parts: Trained, name: str, value: Floats) -> Floats:
    """A learned matrix applied to a row, or to each of several."""
    out: Floats = value @ parts[f"{name}.weight"].T + parts[f"{name}.bias"]
    return out


def _times(value: Floats, weights: Floats, plus: Floats, low: _Low | None) -> Floats:
    out: Floats = value @ weights + plus
    if low:
        out += _by(low, value)
    return out


def _by(low: _Low, value: Floats) -> Floats:
    out: Floats = (value @ low[0]) @ low[1]
    return out


def _normed(state: Floats, norm: tuple[Floats, Floats], eps: float) -> Floats:
    state = state - state.mean(-1, keepdims=True)
    state /= np.sqrt((state * state).mean(-1, keepdims=True) + np.float32(eps))
    scaled: Floats = state * norm[0] + norm[1]
    return scaled


def _gelu(x: Floats) -> Floats:
    out: Floats = np.float32(0.5) * x * (1 + _erf(x * np.float32(0.7071067811865476)))
    return out


def _erf(x: Floats) -> Floats:
    """The error function to within 2e-7 (Abramowitz and Stegun 7.1.26)."""
    size = np.abs(x)
    t = 1 / (1 + np.float32(0.3275911) * size)
    poly: Floats = np.float32(1.061405429) * t
    for part in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        poly = (poly + np.float32(part)) * t
    out: Floats = np.sign(x) * (1 - poly * np.exp(-size * size))
    return out
