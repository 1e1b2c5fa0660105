"""Pipelines as another project's exporter writes them, small enough to compute by hand.

pipeline-columns.onnx: one input a column, [None, 1], of float, int64 and string; a one-hot encoder, a
linear classifier; outputs `label` and `probabilities` [None, 2].
    probability = sigmoid(0.5 * on_hand - 0.25 * sold + 1 if category is "Dairy")
pipeline-zipmap.onnx: the same with a ZipMap at its end, as is the exporter's default.
pipeline-wide.onnx: one float input [None, 3]; output `p` [None, 1] = sigmoid(first - second + third).

Run from the repository's root: training/.venv/bin/python src/testing/graphs/make_pipelines.py
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HERE = Path(__file__).parent
ML = "ai.onnx.ml"


def write(name: str, nodes: list, inputs: list, outputs: list, initializers: list) -> None:
    """Checks the graph and writes it."""
    graph = helper.make_graph(nodes, name, inputs, outputs, initializers)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(ML, 3)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    onnx.checker.check_model(model, full_check=True)
    (HERE / f"{name}.onnx").write_bytes(model.SerializeToString())


columns = [
    helper.make_tensor_value_info("DailyBOH", TensorProto.FLOAT, [None, 1]),
    helper.make_tensor_value_info("salesQuantity", TensorProto.INT64, [None, 1]),
    helper.make_tensor_value_info("category", TensorProto.STRING, [None, 1]),
]
label = helper.make_tensor_value_info("label", TensorProto.INT64, [None])
classify = [
    helper.make_node("Cast", ["salesQuantity"], ["sold"], to=TensorProto.FLOAT),
    helper.make_node("OneHotEncoder", ["category"], ["hot"], domain=ML, cats_strings=["Dairy", "Grocery"], zeros=1),
    helper.make_node("Reshape", ["hot", "two"], ["hot_flat"]),
    helper.make_node("Concat", ["DailyBOH", "sold", "hot_flat"], ["row"], axis=1),
    helper.make_node(
        "LinearClassifier",
        ["row"],
        ["label", "probabilities"],
        domain=ML,
        classlabels_ints=[0, 1],
        coefficients=[-0.5, 0.25, -1.0, 0.0, 0.5, -0.25, 1.0, 0.0],
        intercepts=[0.0, 0.0],
        post_transform="LOGISTIC",
        multi_class=1,
    ),
]
two = numpy_helper.from_array(np.array([-1, 2], np.int64), "two")

write(
    "pipeline-columns",
    classify,
    columns,
    [label, helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, [None, 2])],
    [two],
)

map_type = helper.make_map_type_proto(TensorProto.INT64, helper.make_tensor_type_proto(TensorProto.FLOAT, []))
write(
    "pipeline-zipmap",
    [*classify, helper.make_node("ZipMap", ["probabilities"], ["output_probability"], domain=ML, classlabels_int64s=[0, 1])],
    columns,
    [label, helper.make_value_info("output_probability", helper.make_sequence_type_proto(map_type))],
    [two],
)

write(
    "pipeline-wide",
    [
        helper.make_node("MatMul", ["float_input", "weights"], ["logit"]),
        helper.make_node("Sigmoid", ["logit"], ["p"]),
    ],
    [helper.make_tensor_value_info("float_input", TensorProto.FLOAT, [None, 3])],
    [helper.make_tensor_value_info("p", TensorProto.FLOAT, [None, 1])],
    [numpy_helper.from_array(np.array([[1.0], [-1.0], [1.0]], np.float32), "weights")],
)
