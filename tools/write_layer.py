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
# What stands for nothing where a row is rounded to eight bits.
MIDDLE = 128
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
            helper.make_tensor("one", TensorProto.FLOAT, [], [1.0]),
            helper.make_tensor("zero", TensorProto.UINT8, [], [MIDDLE]),
            helper.make_tensor("last", TensorProto.INT64, [1], [-1]),
            helper.make_tensor("in_rows", TensorProto.INT64, [2], [-1, SIZE]),
        ]
        table = ["texts", "pieces"]
        self.given = [
            helper.make_tensor_value_info("state", TensorProto.FLOAT, ["rows", SIZE]),
            helper.make_tensor_value_info("places", TensorProto.INT64, table),
            helper.make_tensor_value_info("there", TensorProto.INT32, table),
            helper.make_tensor_value_info("back", TensorProto.INT64, ["rows"]),
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

    def times(self, rows: str, name: str) -> str:
        """Rows times a matrix in eight bits, and times what was learned for it.

        Each row has a scale of its own, so a text is read the same whatever is read beside it.
        """
        wide, narrow = MATRICES[name]
        most = self.step("ReduceMax", self.step("Abs", rows), "last", keepdims=1)
        scale = self.step("Div", self.step("Add", most, "least"), "most")
        scales = self.step("Reshape", scale, "last")
        middle = helper.make_tensor("", TensorProto.UINT8, [1], [MIDDLE])
        zeros = self.step("ConstantOfShape", self.step("Shape", scales), value=middle)
        short = self.step("QuantizeLinear", rows, scales, zeros, axis=0)
        matrix = self.weight(name, TensorProto.INT8, wide, narrow)
        columns = self.weight(f"{name}.scales", TensorProto.FLOAT, narrow)
        out = self.step("MatMulIntegerToFloat", short, matrix, "one", columns, "zero", domain=OURS)
        plus = self.weight(f"{name}.plus", TensorProto.FLOAT, narrow)
        out = self.step("Add", self.step("Mul", out, scale), plus)
        down = self.with_text(f"{name}.down", wide, f"{name}.rank")
        up = self.with_text(f"{name}.up", f"{name}.rank", narrow)
        return self.step("Gemm", self.step("MatMul", rows, down), up, out)

    def normed(self, rows: str, name: str) -> str:
        scale, plus = (self.with_text(f"{name}.{part}", SIZE) for part in ("weight", "bias"))
        return self.step("LayerNormalization", rows, scale, plus, axis=-1, epsilon=EPS)


def layer() -> bytes:
    """The graph of a layer: attention, then twice a matrix, with what is learned beside each.

    Pieces are rows one after another, whatever text they are of; only for the attention they stand
    in a table of texts (`layer.Layout`), which has gaps.
    """
    graph = Graph()
    parts = ("query", "key", "value")
    table = graph.step("Gather", graph.times("state", "joined"), "places")
    graph.steps.append(helper.make_node("Split", [table], parts, axis=-1, num_outputs=3))
    seen = graph.step("MultiHeadAttention", *parts, "", "there", domain=OURS, num_heads=HEADS)
    seen = graph.step("Gather", graph.step("Reshape", seen, "in_rows"), "back")
    rows = graph.normed(graph.step("Add", "state", graph.times(seen, "out")), "out_norm")
    wide = graph.step("Gelu", graph.times(rows, "wide"), domain=OURS)
    rows = graph.normed(graph.step("Add", rows, graph.times(wide, "narrow")), "end_norm")
    graph.steps.append(helper.make_node("Identity", [rows], ["read"]))
    read = helper.make_tensor_value_info("read", TensorProto.FLOAT, ["rows", SIZE])
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
