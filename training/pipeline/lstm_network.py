"""The causal network in PyTorch, and the same one as an ONNX graph."""

from __future__ import annotations

import numpy as np
import onnx
import torch
from onnx import TensorProto
from torch import nn
from torch.nn.functional import dropout

from .calibrate import Platt
from .columns import WEEKDAY
from .graph import INPUT, GraphParts, add_calibration, add_weekdays
from .lstm_inputs import CLIP, ODDS_LIMIT, InputTransform

#: Widths of the layers between state and answer.
DENSE = 96
DENSE_2 = 32

#: While training, each input is gone for a whole series with this chance, as a column that an
#: extract lacks would be; and so is each unit of the dense layers, step by step.
INPUT_DROPOUT = 0.1
DENSE_DROPOUT = 0.1


class PhantomLstm(nn.Module):
    """[series, steps, F] raw features -> [series, steps] log-odds; step t depends on steps 0..t alone.

    The first dense layer reads the state and the step's own inputs: the evidence of today needs no
    memory, and the state is free for what does.
    """

    def __init__(self, transform: InputTransform, hidden: int, weekday: int) -> None:
        super().__init__()
        self.weekday = weekday
        self.register_buffer("compressed", torch.from_numpy(transform.compressed))
        self.register_buffer("odds", torch.from_numpy(transform.odds))
        self.register_buffer("centre", torch.from_numpy(transform.centre))
        self.register_buffer("inverse_scale", torch.from_numpy(transform.inverse_scale))
        self.register_buffer("indicator", torch.from_numpy(transform.indicator))
        self.register_buffer("weekdays", torch.arange(7, dtype=torch.float32))
        self.lstm = nn.LSTM(transform.width, hidden, batch_first=True)
        self.dense = nn.Linear(hidden + transform.width, DENSE)
        self.dense_2 = nn.Linear(DENSE, DENSE_2)
        self.answer = nn.Linear(DENSE_2, 1)

    def inputs(self, x: torch.Tensor) -> torch.Tensor:
        """Raw features to what the layers read, exactly as the graph does it."""
        missing = torch.isnan(x)
        known = torch.where(missing, torch.zeros_like(x), x)
        small = torch.sign(known) * torch.log(1 + torch.abs(known))
        share = torch.clamp(known, ODDS_LIMIT, 1 - ODDS_LIMIT)
        shaped = torch.where(self.odds, torch.log(share / (1 - share)), torch.where(self.compressed, small, known))
        scaled = (shaped - self.centre) * self.inverse_scale
        scaled = torch.where(missing, torch.zeros_like(x), torch.clamp(scaled, -CLIP, CLIP))
        weekdays = (x[..., self.weekday : self.weekday + 1] == self.weekdays).float()
        return torch.cat([scaled, weekdays, missing[..., self.indicator].float()], dim=-1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        inputs = self.inputs(x)
        if self.training:
            inputs = inputs * (torch.rand(inputs.shape[0], 1, inputs.shape[2]) > INPUT_DROPOUT)
        state, _ = self.lstm(inputs)
        dense = dropout(torch.relu(self.dense(torch.cat([state, inputs], dim=-1))), DENSE_DROPOUT, self.training)
        dense = dropout(torch.relu(self.dense_2(dense)), DENSE_DROPOUT, self.training)
        return self.answer(dense).squeeze(-1)


def lstm_graph(network: PhantomLstm, names: tuple[str, ...], platt: Platt) -> onnx.ModelProto:
    """The network as [series, steps, features] -> [series, steps, 1], built node by node.

    By hand because tracing exporters have frozen the length of time; here both axes stay free.
    """
    parts = GraphParts()
    weights = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    inputs = _add_inputs(parts, weights, names)
    hidden = weights["lstm.weight_hh_l0"].shape[1]

    def gates(name: str) -> np.ndarray:
        """PyTorch keeps gates as input, forget, cell, output; ONNX as input, output, forget, cell."""
        i, f, c, o = np.split(weights[name], 4)
        return np.concatenate([i, o, f, c])

    parts.constant("W", gates("lstm.weight_ih_l0")[None])
    parts.constant("R", gates("lstm.weight_hh_l0")[None])
    parts.constant("B", np.concatenate([gates("lstm.bias_ih_l0"), gates("lstm.bias_hh_l0")])[None])
    parts.node("Transpose", [inputs], "by_step", perm=[1, 0, 2])
    parts.node("LSTM", ["by_step", "W", "R", "B"], "states", hidden_size=hidden)
    parts.constant("direction_axis", np.array([1], dtype=np.int64))
    parts.node("Squeeze", ["states", "direction_axis"], "states_by_step")
    parts.node("Transpose", ["states_by_step"], "state", perm=[1, 0, 2])
    parts.node("Concat", ["state", inputs], "state_and_inputs", axis=-1)
    parts.node("MatMul", ["state_and_inputs", parts.constant("dense_weight", weights["dense.weight"].T.copy())], "dense_sum")
    parts.node("Add", ["dense_sum", parts.constant("dense_bias", weights["dense.bias"])], "dense_biased")
    parts.node("Relu", ["dense_biased"], "dense")
    parts.node("MatMul", ["dense", parts.constant("dense_2_weight", weights["dense_2.weight"].T.copy())], "dense_2_sum")
    parts.node("Add", ["dense_2_sum", parts.constant("dense_2_bias", weights["dense_2.bias"])], "dense_2_biased")
    parts.node("Relu", ["dense_2_biased"], "dense_2")
    parts.node("MatMul", ["dense_2", parts.constant("answer_weight", weights["answer.weight"].T.copy())], "answer_sum")
    parts.node("Add", ["answer_sum", parts.constant("answer_bias", weights["answer.bias"])], "margin")
    add_calibration(parts, "margin", platt)
    return parts.model(["series", "steps", len(names)], ["series", "steps", 1])


def _add_inputs(parts: GraphParts, weights: dict[str, np.ndarray], names: tuple[str, ...]) -> str:
    """The graph's form of `PhantomLstm.inputs`."""
    zero, one = parts.scalar("zero", 0.0), parts.scalar("unit", 1.0)
    parts.node("IsNaN", [INPUT], "missing")
    parts.node("Where", ["missing", zero, INPUT], "known")
    parts.node("Abs", ["known"], "size")
    parts.node("Add", [one, "size"], "size_and_one")
    parts.node("Log", ["size_and_one"], "log_size")
    parts.node("Sign", ["known"], "sign")
    parts.node("Mul", ["sign", "log_size"], "small")
    parts.node("Where", [parts.constant("compressed", weights["compressed"]), "small", "known"], "plain")
    parts.node("Clip", ["known", parts.scalar("share_low", ODDS_LIMIT), parts.scalar("share_high", 1 - ODDS_LIMIT)], "share")
    parts.node("Sub", [one, "share"], "share_left")
    parts.node("Div", ["share", "share_left"], "odds_of_share")
    parts.node("Log", ["odds_of_share"], "log_odds")
    parts.node("Where", [parts.constant("odds", weights["odds"]), "log_odds", "plain"], "shaped")
    parts.node("Sub", ["shaped", parts.constant("centre", weights["centre"])], "centred")
    parts.node("Mul", ["centred", parts.constant("inverse_scale", weights["inverse_scale"])], "scaled")
    parts.node("Clip", ["scaled", parts.scalar("clip_low", -CLIP), parts.scalar("clip_high", CLIP)], "clipped")
    parts.node("Where", ["missing", zero, "clipped"], "values")
    parts.node("Gather", ["missing", parts.constant("indicator", weights["indicator"])], "indicated", axis=-1)
    parts.node("Cast", ["indicated"], "missing_indicators", to=TensorProto.FLOAT)
    if WEEKDAY not in names:
        raise ValueError(f"the catalog has no {WEEKDAY}")
    weekdays = add_weekdays(parts, names)
    return parts.node("Concat", ["values", weekdays, "missing_indicators"], "inputs", axis=-1)
