"""The packaged model's layers: the lower ones as they are, the upper ones as ours changed them.

The upper ones carry small changes that were learned for one purpose (low-rank adaptation, LoRA).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from aboveboard.text.network.base import Base, Floats, packaged
from aboveboard.text.network.pieces import Pieces

# The layers that read a sentence alone.
LOW = 6
# How the packaged model was taught to be addressed.
LIKE = "query: "
_MATRICES = ("q", "k", "v", "ao", "fi", "fo")

Trained = Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer's weights, turned so that rows of states are multiplied from the left."""

    joined: Floats
    joined_plus: Floats
    out: Floats
    out_plus: Floats
    out_norm: tuple[Floats, Floats]
    wide: Floats
    wide_plus: Floats
    narrow: Floats
    narrow_plus: Floats
    end_norm: tuple[Floats, Floats]


class Reader:
    """The lower layers, which read each text by itself; one for a process."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._pieces = Pieces.of(base)
        self._layers = [layer(base, number) for number in range(LOW)]
        kind = base.plain("emb.type")[: base.size]
        self._places = base.plain("emb.pos").reshape(-1, base.size) + kind
        self._norm = (base.plain("emb.ln.w"), base.plain("emb.ln.b"))

    def alone(self, texts: Sequence[str], longest: int) -> list[Floats]:
        """The states of texts cut to `longest` pieces, one row a piece, begin and end too.

        They are rounded to half precision, as they were where the upper layers learned.
        """
        base = self.base
        cuts = [[base.begin, *self._pieces.cut(LIKE + one)[:longest], base.end] for one in texts]
        state = base.rows("emb.word", base.size, [piece for cut in cuts for piece in cut])
        state += np.concatenate([self._places[: len(cut)] for cut in cuts])
        sizes = [len(cut) for cut in cuts]
        state = through(base, self._layers, _normed(state, self._norm, base.eps), sizes)
        return np.split(state.astype(np.float16).astype(np.float32), np.cumsum(sizes)[:-1])


@cache
def reader() -> Reader | None:
    """That of this process; None where the packaged model is not installed."""
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


def layer(base: Base, number: int, changes: Trained | None = None) -> Layer:
    """One of the packaged model's layers, with what was learned for it."""
    turned, plus = {}, {}
    for name in _MATRICES:
        weights = base.rows(f"l{number}.{name}.w", base.wide if name == "fo" else base.size)
        if changes is not None:
            change = f"upper.{number - LOW}.{name}"
            weights += changes[f"{change}.B"] @ changes[f"{change}.A"]
        turned[name], plus[name] = weights.T, base.plain(f"l{number}.{name}.b")

    def norm(name: str) -> tuple[Floats, Floats]:
        if changes is None:
            return base.plain(f"l{number}.{name}.w"), base.plain(f"l{number}.{name}.b")
        where = f"upper.{number - LOW}.{name}"
        return changes[f"{where}.weight"], changes[f"{where}.bias"]

    return Layer(
        joined=np.ascontiguousarray(np.hstack([turned[n] for n in "qkv"])),
        joined_plus=np.concatenate([plus[n] for n in "qkv"]),
        out=np.ascontiguousarray(turned["ao"]),
        out_plus=plus["ao"],
        out_norm=norm("aln"),
        wide=np.ascontiguousarray(turned["fi"]),
        wide_plus=plus["fi"],
        narrow=np.ascontiguousarray(turned["fo"]),
        narrow_plus=plus["fo"],
        end_norm=norm("oln"),
    )


def through(base: Base, layers: Sequence[Layer], state: Floats, sizes: Sequence[int]) -> Floats:
    """The states after some layers; within each of the parts, of so many rows, all attend to all.

    The parts are multiplied as one: what takes long is to fetch the weights.
    """
    size, heads, eps = base.size, base.heads, base.eps
    ends = np.cumsum(sizes).tolist()
    for one in layers:
        joined = state @ one.joined + one.joined_plus
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
        state = _normed(state + seen @ one.out + one.out_plus, one.out_norm, eps)
        wide = _gelu(state @ one.wide + one.wide_plus)
        state = _normed(state + wide @ one.narrow + one.narrow_plus, one.end_norm, eps)
    return state


def linear(parts: Trained, name: str, value: Floats) -> Floats:
    """A learned matrix applied to a row, or to each of several."""
    out: Floats = value @ parts[f"{name}.weight"].T + parts[f"{name}.bias"]
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
