"""The ONNX graphs that the browser runs: raw features in, calibrated probability out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .calibrate import MARGIN_LIMIT, Platt
from .columns import WEEKDAY, tree_columns
from .tree_ensemble import TreeEnsemble

INPUT = "features"
OUTPUT = "probability"
#: Key of a graph's metadata: the names of its input's columns, in order, as a JSON list.
FEATURES = "features"

#: What onnxruntime-web 1.30 runs without conversion.
OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]
IR_VERSION = 8

#: Nodes of the trees that one operator sums, at most. Measured in the browser's runtime: from 1,500 to 5,000 is as good.
NODES_A_PIECE = 3_000


@dataclass
class GraphParts:
    """Nodes and constants as they are added; every helper returns the name of what it made."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def scalar(self, name: str, value: float) -> str:
        return self.constant(name, np.array(value, dtype=np.float32))

    def node(self, op: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(op, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def split(self, name: str, sizes: str, outputs: list[str]) -> None:
        """Cuts the last axis of `name` into runs of columns."""
        self.nodes.append(helper.make_node("Split", [name, sizes], outputs, name=f"split_{name}", axis=-1))

    def model(self, input_shape: list[str | int], output_shape: list[str | int], reads: tuple[str, ...]) -> onnx.ModelProto:
        """Checks and returns the finished model; the names of the features that it reads, in order, are its metadata."""
        graph = helper.make_graph(
            self.nodes,
            "phantom",
            [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, input_shape)],
            [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, output_shape)],
            self.constants,
        )
        model = helper.make_model(graph, opset_imports=OPSETS, producer_name="phantom-inventory-classifier")
        model.ir_version = IR_VERSION
        helper.set_model_props(model, {FEATURES: json.dumps(reads)})
        onnx.checker.check_model(model)
        return model


def add_weekdays(parts: GraphParts, names: tuple[str, ...]) -> str:
    """Adds the seven weekday indicators to the last axis; NaN equals no day."""
    parts.constant("weekday_column", np.array([names.index(WEEKDAY)], dtype=np.int64))
    parts.constant("weekdays", np.arange(7, dtype=np.float32))
    parts.node("Gather", [INPUT, "weekday_column"], "weekday", axis=-1)
    parts.node("Equal", ["weekday", "weekdays"], "is_weekday")
    parts.node("Cast", ["is_weekday"], "weekday_indicators", to=TensorProto.FLOAT)
    return "weekday_indicators"


def add_calibration(parts: GraphParts, margin: str, platt: Platt) -> None:
    """probability = sigmoid(slope * margin + offset)."""
    parts.node("Mul", [margin, parts.scalar("slope", platt.slope)], "scaled_margin")
    parts.node("Add", ["scaled_margin", parts.scalar("offset", platt.offset)], "calibrated_margin")
    parts.node("Sigmoid", ["calibrated_margin"], OUTPUT)


def add_margin_of_probability(parts: GraphParts, probability: str) -> str:
    """log(p / (1 - p)), with p held away from 0 and 1 as in `margin_of_probability`."""
    low, high = parts.scalar("lowest", MARGIN_LIMIT), parts.scalar("highest", 1 - MARGIN_LIMIT)
    parts.node("Clip", [probability, low, high], "held")
    parts.node("Sub", [parts.scalar("one", 1.0), "held"], "rest")
    parts.node("Log", ["held"], "log_held")
    parts.node("Log", ["rest"], "log_rest")
    return parts.node("Sub", ["log_held", "log_rest"], "margin")


def pieces_of(tree: np.ndarray) -> list[np.ndarray]:
    """Masks of nodes, by the tree of each: whole trees in their order, as many as stay below NODES_A_PIECE, at least one."""
    sizes = np.bincount(tree)
    piece_of_tree = np.empty(len(sizes), dtype=np.int64)
    piece, filled = -1, NODES_A_PIECE
    for at, size in enumerate(sizes):
        if filled + size > NODES_A_PIECE:
            piece, filled = piece + 1, 0
        piece_of_tree[at] = piece
        filled += size
    return [piece_of_tree[tree] == at for at in range(piece + 1)]


def _add_trees(parts: GraphParts, ensemble: TreeEnsemble, piece: np.ndarray, names: tuple[str, ...], output: str) -> str:
    """Adds one operator that sums the trees of `piece`, a mask of nodes."""
    inner, leaves = piece & ~ensemble.is_leaf, piece & ensemble.is_leaf
    position = tree_columns(names)
    return parts.node(
        "TreeEnsembleRegressor",
        ["columns"],
        output,
        domain="ai.onnx.ml",
        n_targets=1,
        aggregate_function="SUM",
        post_transform="NONE",
        nodes_treeids=ensemble.tree[piece].tolist(),
        nodes_nodeids=ensemble.node[piece].tolist(),
        nodes_featureids=np.where(inner, position[ensemble.feature], 0)[piece].tolist(),
        nodes_values=np.where(inner, ensemble.threshold, 0)[piece].astype(np.float32).tolist(),
        nodes_modes=["LEAF" if leaf else ensemble.mode for leaf in ensemble.is_leaf[piece]],
        nodes_truenodeids=ensemble.left[piece].tolist(),
        nodes_falsenodeids=ensemble.right[piece].tolist(),
        nodes_missing_value_tracks_true=ensemble.missing_left[piece].astype(int).tolist(),
        target_treeids=ensemble.tree[leaves].tolist(),
        target_nodeids=ensemble.node[leaves].tolist(),
        target_ids=[0] * int(leaves.sum()),
        target_weights=ensemble.weight[leaves].astype(np.float32).tolist(),
    )


def tree_graph(ensemble: TreeEnsemble, names: tuple[str, ...], platt: Platt, sums_to_probability: bool) -> onnx.ModelProto:
    """[rows, features] -> [rows, 1]. As regressors that sum: exact, and faster than the classifier operator.

    The runtime walks a row through all trees of an operator before it takes the next row, so that a large operator's
    nodes are fetched again for every row. Pieces of a few thousand nodes stay near the core: 13 to 25 % less time.
    """
    parts = GraphParts()
    indicators = add_weekdays(parts, names)
    parts.node("Concat", [INPUT, indicators], "columns", axis=1)
    pieces = [_add_trees(parts, ensemble, piece, names, f"sum_{at}") for at, piece in enumerate(pieces_of(ensemble.tree))]
    parts.node("Sum", [*pieces, parts.scalar("base", ensemble.base)], "sum")
    margin = add_margin_of_probability(parts, "sum") if sums_to_probability else "sum"
    add_calibration(parts, margin, platt)
    return parts.model(["rows", len(names)], ["rows", 1], names)
