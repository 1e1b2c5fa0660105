"""Writes the tiny ONNX graphs that the engine's tests score with.

usage: python make_graphs.py   (needs the `onnx` package; writes beside itself)

rows.onnx    input `features` [rows, 2], output `probability` [rows, 1]:
             sigmoid(0.5 * f0 - 0.25 * f1), missing values taken as 0.
series.onnx  input `features` [series, steps, 1], output `probability` [series, steps, 1]:
             sigmoid(0.1 * running sum of f0): causal, so padding at the end changes nothing before it.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HERE = Path(__file__).parent


def constant(name: str, value: np.ndarray) -> onnx.TensorProto:
    """An initializer of that name."""
    return numpy_helper.from_array(value, name)


def save(name: str, nodes: list, initializers: list, shape_in: list, shape_out: list) -> None:
    """Checks the graph and writes it."""
    graph = helper.make_graph(
        nodes,
        name,
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, shape_in)],
        [helper.make_tensor_value_info("probability", TensorProto.FLOAT, shape_out)],
        initializers,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model, full_check=True)
    (HERE / f"{name}.onnx").write_bytes(model.SerializeToString())


def missing_as_zero(source: str, target: str) -> list:
    """NaN -> 0."""
    return [
        helper.make_node("IsNaN", [source], [f"{target}_missing"]),
        helper.make_node("Where", [f"{target}_missing", "zero", source], [target]),
    ]


zero = constant("zero", np.zeros((), np.float32))

save(
    "rows",
    [
        *missing_as_zero("features", "seen"),
        helper.make_node("MatMul", ["seen", "weights"], ["logit"]),
        helper.make_node("Sigmoid", ["logit"], ["probability"]),
    ],
    [zero, constant("weights", np.array([[0.5], [-0.25]], np.float32))],
    ["rows", 2],
    ["rows", 1],
)

save(
    "series",
    [
        *missing_as_zero("features", "seen"),
        helper.make_node("CumSum", ["seen", "steps"], ["running"]),
        helper.make_node("Mul", ["running", "weight"], ["logit"]),
        helper.make_node("Sigmoid", ["logit"], ["probability"]),
    ],
    [zero, constant("steps", np.array(1, np.int64)), constant("weight", np.array(0.1, np.float32))],
    ["series", "steps", 1],
    ["series", "steps", 1],
)
