"""Write the graph by which onnxruntime reads one layer of the packaged model, without its weights.

    python tools/write_layer.py

`text/network/layer.onnx` says what is multiplied with what. The layer's own weights are given when
it is loaded, what was learned for a purpose with each text. `onnx` is needed here alone.
"""

import sys
from pathlib import Path
from typing import Any

import onnx
from onnx import TensorProto, helper

ROOT = Path(__file__).resolve().parents[1]
WRITTEN = ROOT / "src/aboveboard/text/network/layer.onnx"
# Of the packaged model: see its file's head (`text/network/base.py`).
SIZE, WIDE, HEADS, EPS = 384, 1_536, 12, 1e-12
# How wide a row goes into a matrix and comes out.
MATRICES = {
    "joined": (SIZE, 3 * SIZE),
    "out": (SIZE, SIZE),
    "wide": (SIZE, WIDE),
    "narrow": (WIDE, SIZE),
}
OURS = "com.microsoft"


class Graph:
    """Steps in their order, the weights that they wait for, and what comes with each text."""

    def __init__(self) -> None:
        self.steps: list[onnx.NodeProto] = []
        self.weights = [
            helper.make_tensor("most", TensorProto.FLOAT, [], [127.0]),
            helper.make_tensor("least", TensorProto.FLOAT, [], [1e-9]),
            helper.make_tensor("middle", TensorProto.FLOAT, [], [128.0]),
            helper.make_tensor("zero", TensorProto.UINT8, [], [128]),
            helper.make_tensor("last", TensorProto.INT64, [1], [-1]),
        ]
        rows = ["texts", "pieces"]
        self.given = [
            helper.make_tensor_value_info("state", TensorProto.FLOAT, [*rows, SIZE]),
            helper.make_tensor_value_info("there", TensorProto.INT32, rows),
        ]

    def weight(self, name: str, kind: int, *shape: int) -> str:
        """Weights that are given when the graph is loaded."""
        tensor = TensorProto(name=name, data_type=kind, dims=shape)
        tensor.data_location = TensorProto.EXTERNAL
        tensor.external_data.add(key="location", value="given")
        self.weights.append(tensor)
        return name

    def with_text(self, name: str, *shape: int | str) -> str:
        """What is given with each text."""
        self.given.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape)))
        return name

    def step(self, kind: str, *given: str, **how: Any) -> str:
        """What comes of a step, by its name."""
        out = f"step{len(self.steps)}"
        self.steps.append(helper.make_node(kind, given, [out], **how))
        return out

    def times(self, state: str, name: str) -> str:
        """Rows times a matrix in eight bits, and times what was learned for it.

        Each row has a scale of its own, so a text is read the same whatever is read beside it.
        """
        wide, narrow = MATRICES[name]
        most = self.step("ReduceMax", self.step("Abs", state), "last", keepdims=1)
        scale = self.step("Div", self.step("Add", most, "least"), "most")
        whole = self.step("Add", self.step("Round", self.step("Div", state, scale)), "middle")
        short = self.step("Cast", whole, to=TensorProto.UINT8)
        out = self.step(
            "MatMulInteger", short, self.weight(name, TensorProto.INT8, wide, narrow), "zero"
        )
        out = self.step("Mul", self.step("Cast", out, to=TensorProto.FLOAT), scale)
        for kind, part in (("Mul", "scales"), ("Add", "plus")):
            out = self.step(kind, out, self.weight(f"{name}.{part}", TensorProto.FLOAT, narrow))
        down = self.with_text(f"{name}.down", wide, f"{name}.rank")
        up = self.with_text(f"{name}.up", f"{name}.rank", narrow)
        return self.step("Add", out, self.step("MatMul", self.step("MatMul", state, down), up))

    def normed(self, state: str, name: str) -> str:
        scale, plus = (self.with_text(f"{name}.{part}", SIZE) for part in ("weight", "bias"))
        return self.step("LayerNormalization", state, scale, plus, axis=-1, epsilon=EPS)


def layer() -> bytes:
    """The graph of a layer: attention, then twice a matrix, with what is learned beside each."""
    graph = Graph()
    parts = ("query", "key", "value")
    joined = graph.times("state", "joined")
    graph.steps.append(helper.make_node("Split", [joined], parts, axis=-1, num_outputs=3))
    seen = graph.step("MultiHeadAttention", *parts, "", "there", domain=OURS, num_heads=HEADS)
    state = graph.normed(graph.step("Add", "state", graph.times(seen, "out")), "out_norm")
    wide = graph.step("Gelu", graph.times(state, "wide"), domain=OURS)
    state = graph.normed(graph.step("Add", state, graph.times(wide, "narrow")), "end_norm")
    graph.steps.append(helper.make_node("Identity", [state], ["read"]))
    read = helper.make_tensor_value_info("read", TensorProto.FLOAT, ["texts", "pieces", SIZE])
    made = helper.make_graph(graph.steps, "layer", graph.given, [read], graph.weights)
    domains = [helper.make_opsetid("", 20), helper.make_opsetid(OURS, 1)]
    model = helper.make_model(made, opset_imports=domains, ir_version=10)
    raw: bytes = model.SerializeToString(deterministic=True)
    return raw


def main() -> int:
    WRITTEN.write_bytes(layer())
    print(f"{WRITTEN.name}: {WRITTEN.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
