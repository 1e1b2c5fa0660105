"""The causal network in PyTorch, and the same one as an ONNX graph."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import onnx
import torch
from onnx import TensorProto
from torch import nn
from torch.nn.functional import dropout

from .calibrate import Platt
from .columns import WEEKDAY
from .graph import INPUT, GraphParts, add_calibrated_margin, add_probability
from .lstm_inputs import CLIP, ODDS_LIMIT, InputTransform

#: What a step's inputs are summed up as, for the state and for the answer alike: in the browser the network costs as
#: much as it multiplies, and the state's four gates would multiply all inputs.
EVIDENCE = 64
#: Width of the layer between state and answer.
DENSE = 48

#: While training, each input is gone for a whole series with this chance, as a column that an
#: extract lacks would be; and so is each unit of the dense layers, step by step.
INPUT_DROPOUT = 0.1
DENSE_DROPOUT = 0.1


class PhantomLstm(nn.Module):
    """[series, steps, F] raw features -> [series, steps] log-odds; step t depends on steps 0..t alone.

    The layer before the answer reads the state and the step's own evidence: the evidence of today needs no
    memory, and the state is free for what does.
    """

    def __init__(self, transform: InputTransform, hidden: int, weekday: int) -> None:
        super().__init__()
        self.weekday = weekday
        for part in fields(transform):
            self.register_buffer(part.name, torch.from_numpy(getattr(transform, part.name)))
        self.register_buffer("weekdays", torch.arange(7, dtype=torch.float32))
        self.evidence = nn.Linear(transform.width, EVIDENCE)
        self.lstm = nn.LSTM(EVIDENCE, hidden, batch_first=True)
        self.dense = nn.Linear(hidden + EVIDENCE, DENSE)
        self.answer = nn.Linear(DENSE, 1)

    def inputs(self, x: torch.Tensor) -> torch.Tensor:
        """Raw features to what the layers read, exactly as the graph does it."""
        read = x[..., torch.cat([self.plain, self.compressed, self.odds])]
        missing = torch.isnan(read)
        known = torch.where(missing, self.fill, read)
        plain, heavy, share = torch.split(known, [len(self.plain), len(self.compressed), len(self.odds)], dim=-1)
        small = torch.sign(heavy) * torch.log(1 + torch.abs(heavy))
        share = torch.clamp(share, ODDS_LIMIT, 1 - ODDS_LIMIT)
        shaped = torch.cat([plain, small, torch.log(share / (1 - share))], dim=-1)
        scaled = torch.clamp((shaped - self.centre) * self.inverse_scale, -CLIP, CLIP)
        weekdays = (x[..., self.weekday : self.weekday + 1] == self.weekdays).float()
        return torch.cat([scaled, weekdays, missing[..., self.indicator].float()], dim=-1)

    def columns(self) -> np.ndarray:
        """Positions in the catalog of the columns that the graph takes, in its order: the weekday comes last."""
        return np.array([*self.plain.tolist(), *self.compressed.tolist(), *self.odds.tolist(), self.weekday])

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        inputs = self.inputs(x)
        if self.training:
            inputs = inputs * (torch.rand(inputs.shape[0], 1, inputs.shape[2]) > INPUT_DROPOUT)
        evidence = torch.relu(self.evidence(inputs))
        state, _ = self.lstm(evidence)
        dense = dropout(torch.relu(self.dense(torch.cat([state, evidence], dim=-1))), DENSE_DROPOUT, self.training)
        return self.answer(dense).squeeze(-1)


def lstm_graph(network: PhantomLstm, names: tuple[str, ...], platt: Platt) -> onnx.ModelProto:
    """The network as [series, steps, columns] -> [series, steps, 1], built node by node.

    By hand because tracing exporters have frozen the length of time; here both axes stay free. `names` is the
    catalog; the graph's own columns, a part of it in an order of its own, stand in its metadata.
    """
    parts = GraphParts()
    weights = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    read = tuple(names[at] for at in network.columns())
    if read[-1] != WEEKDAY:
        raise ValueError(f"the catalog has no {WEEKDAY}")
    evidence = _add_dense(parts, weights, "evidence", _add_inputs(parts, weights))
    hidden = weights["lstm.weight_hh_l0"].shape[1]

    def gates(name: str) -> np.ndarray:
        """PyTorch keeps gates as input, forget, cell, output; ONNX as input, output, forget, cell."""
        i, f, c, o = np.split(weights[name], 4)
        return np.concatenate([i, o, f, c])

    parts.constant("W", gates("lstm.weight_ih_l0")[None])
    parts.constant("R", gates("lstm.weight_hh_l0")[None])
    parts.constant("B", np.concatenate([gates("lstm.bias_ih_l0"), gates("lstm.bias_hh_l0")])[None])
    parts.node("LSTM", [evidence, "W", "R", "B"], "states", hidden_size=hidden)
    parts.constant("direction_axis", np.array([1], dtype=np.int64))
    parts.node("Squeeze", ["states", "direction_axis"], "state")
    parts.node("Concat", ["state", evidence], "state_and_evidence", axis=-1)
    dense = _add_dense(parts, weights, "dense", "state_and_evidence")
    parts.node("MatMul", [dense, parts.constant("answer_weight", weights["answer.weight"].T.copy())], "answer_sum")
    parts.node("Add", ["answer_sum", parts.constant("answer_bias", weights["answer.bias"])], "margin_by_step")
    parts.node("Transpose", ["margin_by_step"], "margin", perm=[1, 0, 2])
    add_probability(parts, add_calibrated_margin(parts, "margin", platt))
    return parts.model(["series", "steps", len(read)], ["series", "steps", 1], read)


def _add_dense(parts: GraphParts, weights: dict[str, np.ndarray], layer: str, reads: str) -> str:
    parts.node("MatMul", [reads, parts.constant(f"{layer}_weight", weights[f"{layer}.weight"].T.copy())], f"{layer}_sum")
    parts.node("Add", [f"{layer}_sum", parts.constant(f"{layer}_bias", weights[f"{layer}.bias"])], f"{layer}_biased")
    return parts.node("Relu", [f"{layer}_biased"], layer)


def _add_inputs(parts: GraphParts, weights: dict[str, np.ndarray]) -> str:
    """The graph's form of `PhantomLstm.inputs`, [steps, series, inputs]: each operator runs on no more columns than need it."""
    parts.node("Transpose", [INPUT], "by_step", perm=[1, 0, 2])
    parts.node("IsNaN", ["by_step"], "missing")
    # The last column is the weekday: a missing one is no day.
    parts.node("Where", ["missing", parts.constant("fill", np.append(weights["fill"], np.float32(-1))), "by_step"], "known")
    sizes = {form: len(weights[form]) for form in ("plain", "compressed", "odds")}
    forms = [form for form, size in sizes.items() if size > 0]
    parts.constant("sizes", np.array([*(sizes[form] for form in forms), 1], dtype=np.int64))
    parts.split("known", "sizes", [*forms, "weekday"])
    shape = {"plain": lambda: "plain", "compressed": lambda: _add_compressed(parts), "odds": lambda: _add_log_odds(parts)}
    parts.node("Concat", [shape[form]() for form in forms], "shaped", axis=-1)
    parts.node("Sub", ["shaped", parts.constant("centre", weights["centre"])], "centred")
    parts.node("Mul", ["centred", parts.constant("inverse_scale", weights["inverse_scale"])], "scaled")
    parts.node("Clip", ["scaled", parts.scalar("clip_low", -CLIP), parts.scalar("clip_high", CLIP)], "values")
    parts.node("Equal", ["weekday", parts.constant("weekdays", weights["weekdays"])], "is_weekday")
    parts.node("Cast", ["is_weekday"], "weekday_indicators", to=TensorProto.FLOAT)
    parts.node("Gather", ["missing", parts.constant("indicator", weights["indicator"])], "indicated", axis=-1)
    parts.node("Cast", ["indicated"], "missing_indicators", to=TensorProto.FLOAT)
    return parts.node("Concat", ["values", "weekday_indicators", "missing_indicators"], "inputs", axis=-1)


def _add_compressed(parts: GraphParts) -> str:
    parts.node("Abs", ["compressed"], "size")
    parts.node("Add", [parts.scalar("unit", 1.0), "size"], "size_and_one")
    parts.node("Log", ["size_and_one"], "log_size")
    parts.node("Sign", ["compressed"], "sign")
    return parts.node("Mul", ["sign", "log_size"], "small")


def _add_log_odds(parts: GraphParts) -> str:
    parts.node("Clip", ["odds", parts.scalar("share_low", ODDS_LIMIT), parts.scalar("share_high", 1 - ODDS_LIMIT)], "share")
    parts.node("Sub", [parts.scalar("whole", 1.0), "share"], "share_left")
    parts.node("Div", ["share", "share_left"], "odds_of_share")
    return parts.node("Log", ["odds_of_share"], "log_odds")
