"""The ONNX graphs that the browser runs: raw features in, calibrated probability out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .calibrate import Platt
from .columns import WEEKDAY

INPUT = "features"
OUTPUT = "probability"
#: Key of a graph's metadata: the names of its input's columns, in order, as a JSON list.
FEATURES = "features"

#: What onnxruntime-web 1.30 runs without conversion.
OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]
IR_VERSION = 8


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

    def model(self, input_shape: list[str | int], output_shape: list[str | int], reads: tuple[str, ...], **told: object) -> onnx.ModelProto:
        """Checks and returns the finished model.

        Its metadata: the names of the features that it reads, in order, and what else is `told`, as JSON.
        """
        graph = helper.make_graph(
            self.nodes,
            "phantom",
            [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, input_shape)],
            [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, output_shape)],
            self.constants,
        )
        model = helper.make_model(graph, opset_imports=OPSETS, producer_name="phantom-inventory-classifier")
        model.ir_version = IR_VERSION
        helper.set_model_props(model, {key: json.dumps(value) for key, value in {FEATURES: reads, **told}.items()})
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


def add_calibrated_margin(parts: GraphParts, margin: str, platt: Platt, mark: str = "") -> str:
    """slope * margin + offset; `mark` tells the names of one calibration from those of another."""
    scaled = parts.node("Mul", [margin, parts.scalar(f"slope{mark}", platt.slope)], f"scaled_margin{mark}")
    return parts.node("Add", [scaled, parts.scalar(f"offset{mark}", platt.offset)], f"calibrated_margin{mark}")


def add_probability(parts: GraphParts, calibrated_margin: str) -> None:
    """The output: 1 / (1 + exp(-margin))."""
    parts.node("Sigmoid", [calibrated_margin], OUTPUT)
