"""One layer of the packaged model, run by onnxruntime from the graph of `tools/write_layer.py`.

Its weights are rounded to eight bits, a column at a time, and so are the states that they are
multiplied with, a row at a time. What was learned for a purpose is of low rank (LoRA) and given
with each text, so that layers are kept once whatever they are read for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Self

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, OrtValue, SessionOptions

from aboveboard.text.network.base import Base, Floats

# What was learned, or what a layer is read with, by its names.
Trained = Mapping[str, Floats]

# A matrix of the graph: what of the packaged model is joined in it.
_MATRICES = {"joined": ("q", "k", "v"), "out": ("ao",), "wide": ("fi",), "narrow": ("fo",)}
_NORMS = {"out_norm": "aln", "end_norm": "oln"}
_PARTS = ("weight", "bias")
# More wait for each other longer than they help: a text is short.
_THREADS = 1
_ERRORS_ONLY = 3


@dataclass(frozen=True)
class Layout:
    """How rows, one a piece, stand in a table of texts: (texts, pieces), with gaps at the ends.

    `places` has the row of each place (any row in a gap), `there` 0 in gaps and 1 elsewhere, `back`
    the place of each row, counted through the table.
    """

    places: NDArray[np.int64]
    there: NDArray[np.int32]
    back: NDArray[np.int64]

    @classmethod
    def of(cls, lengths: Sequence[int]) -> Self:
        """That of texts of so many pieces each."""
        each = np.array(lengths)
        starts = np.cumsum(each) - each
        column = np.arange(each.max())
        there = column < each[:, None]
        places = np.where(there, starts[:, None] + column, 0)
        return cls(places, there.astype(np.int32), np.flatnonzero(there))


class Layer:
    """The layer of this number of the model."""

    def __init__(self, base: Base, number: int) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.enable_cpu_mem_arena = False
        options.log_severity_level = _ERRORS_ONLY
        # Held here, since they are read where they are.
        self._weights: dict[str, NDArray[np.generic]] = {}
        for name, joined in _MATRICES.items():
            wide = base.wide if name == "narrow" else base.size
            whole = np.concatenate([base.rows(f"l{number}.{one}.w", wide) for one in joined])
            scales = np.abs(whole).max(1) / np.float32(127)
            short = np.rint(whole / scales[:, None]).astype(np.int8)
            self._weights[name] = np.ascontiguousarray(short.T)
            self._weights[f"{name}.scales"] = scales
            self._weights[f"{name}.plus"] = np.concatenate(
                [base.plain(f"l{number}.{one}.b") for one in joined]
            )
        values = [OrtValue.ortvalue_from_numpy(value) for value in self._weights.values()]
        options.add_external_initializers(list(self._weights), values)
        self._session = InferenceSession(_GRAPH, options, providers=["CPUExecutionProvider"])
        self._unchanged = _unchanged(base, number)

    def __call__(self, state: Floats, layout: Layout, change: Trained | None) -> Floats:
        """The states (rows, size) after the layer."""
        given = {"state": state, **vars(layout), **(change or self._unchanged)}
        (read,) = self._session.run(None, given)
        found: Floats = read
        return found


_GRAPH = files("aboveboard.text.network").joinpath("layer.onnx").read_bytes()


def change(parts: Trained, at: int) -> Trained:
    """What was learned for the layer `at` places above the lower ones, by the graph's names.

    The names of `parts` are those of `tools/network_layers.py`.
    """
    own = f"upper.{at}"
    found = {}
    for name, joined in _MATRICES.items():
        downs = [parts[f"{own}.{one}.A"].T for one in joined]
        found[f"{name}.down"] = np.ascontiguousarray(np.hstack(downs))
        found[f"{name}.up"] = _apart([parts[f"{own}.{one}.B"].T for one in joined])
    for name, short in _NORMS.items():
        found |= {f"{name}.{part}": parts[f"{own}.{short}.{part}"] for part in _PARTS}
    return found


def _unchanged(base: Base, number: int) -> Trained:
    """The layer's own norms, and changes that change nothing."""
    found: dict[str, Floats] = {}
    for name, joined in _MATRICES.items():
        wide = base.wide if name == "narrow" else base.size
        narrow = sum(len(base.plain(f"l{number}.{one}.b")) for one in joined)
        found[f"{name}.down"] = np.zeros((wide, 1), np.float32)
        found[f"{name}.up"] = np.zeros((1, narrow), np.float32)
    for name, short in _NORMS.items():
        found |= {f"{name}.{part}": base.plain(f"l{number}.{short}.{part[0]}") for part in _PARTS}
    return found


def _apart(parts: Sequence[Floats]) -> Floats:
    """Matrices along the diagonal of one, zeros elsewhere."""
    rows, columns = (np.cumsum([0, *(part.shape[axis] for part in parts)]) for axis in (0, 1))
    whole = np.zeros((rows[-1], columns[-1]), np.float32)
    for at, part in enumerate(parts):
        whole[rows[at] : rows[at + 1], columns[at] : columns[at + 1]] = part
    return whole
