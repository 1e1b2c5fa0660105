"""The causal LSTM: every store-item read once, from its first day to its last.

It learns from a teacher beside the truth: LightGBM on the same training rows. Whether a shelf was empty on one
day is a coin with a chance; the chance, as trees see it, tells a network more a row than how the coin fell.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Literal

import numpy as np
import onnx
import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from .columns import WEEKDAY, with_weekdays
from .dataset import World
from .early_answers import Scoring
from .lstm_inputs import InputTransform, fit_inputs
from .lstm_network import PhantomLstm, lstm_graph
from .plan import Plan
from .train_lgbm import LightGbm
from .train_lgbm import train as train_teacher

WEIGHTS, SHAPE = "lstm.pt", "lstm.json"

#: Steps of a training batch, padding included: bounds memory and keeps both cores busy.
BATCH_STEPS = 8_000
LEARNING_RATE = 2e-3
#: Weight of the truth in what a step should answer; the rest is the teacher's probability.
TRUTH_SHARE = 0.3
WEIGHT_DECAY = 1e-2
GRADIENT_NORM = 1.0
WARM_UP = 0.1
#: Rows that the inputs' constants are found on, about.
TRANSFORM_ROWS = 300_000
#: Epochs without a better stopping loss before training ends.
PATIENCE = 5


class CausalLstm:
    """A trained network."""

    reads: Literal["rows", "series"] = "series"

    def __init__(self, network: PhantomLstm) -> None:
        self.network = network.eval()

    def margins(self, world: World) -> np.ndarray:
        margins = np.empty(world.rows, dtype=np.float64)
        with torch.no_grad():
            for batch in series_batches(world):
                answers = self.network(torch.from_numpy(pad(world.features, batch))).numpy()
                for place, (start, end) in enumerate(batch):
                    margins[start:end] = answers[place, : end - start]
        return margins

    def graph(self, names: tuple[str, ...], scoring: Scoring) -> onnx.ModelProto:
        return lstm_graph(self.network, names, scoring.platt)

    def save(self, folder: Path) -> None:
        torch.save(self.network.state_dict(), folder / WEIGHTS)
        shape = {"hidden": self.network.lstm.hidden_size, "weekday": self.network.weekday}
        (folder / SHAPE).write_text(json.dumps(shape))


def series_batches(world: World, generator: np.random.Generator | None = None) -> Iterator[list[tuple[int, int]]]:
    """Row ranges of whole series of similar length, at most BATCH_STEPS padded steps a batch."""
    starts = world.series_starts
    ends = np.r_[starts[1:], world.rows]
    lengths = ends - starts
    noise = generator.random(len(starts)) * 10 if generator else np.zeros(len(starts))
    batches: list[list[tuple[int, int]]] = []
    current: list[tuple[int, int]] = []
    longest = 0
    for at in np.argsort(lengths + noise, kind="stable"):
        if current and max(longest, lengths[at]) * (len(current) + 1) > BATCH_STEPS:
            batches.append(current)
            current, longest = [], 0
        current.append((int(starts[at]), int(ends[at])))
        longest = max(longest, int(lengths[at]))
    if current:
        batches.append(current)
    if generator:
        generator.shuffle(batches)
    yield from batches


def pad(values: np.ndarray, batch: list[tuple[int, int]]) -> np.ndarray:
    """[series, steps, ...] with NaN after the end of shorter series."""
    steps = max(end - start for start, end in batch)
    padded = np.full((len(batch), steps, *values.shape[1:]), np.nan, dtype=np.float32)
    for place, (start, end) in enumerate(batch):
        padded[place, : end - start] = values[start:end]
    return padded


def targets(world: World, mask: str) -> np.ndarray:
    """Label per row where the mask property holds, NaN elsewhere: NaN rows are read, not learned."""
    return np.where(getattr(world, mask), world.label, np.nan).astype(np.float32)


def taught_targets(world: World, teacher: LightGbm) -> np.ndarray:
    """What every row should answer: the truth drawn towards the teacher's probability, NaN where nothing is learned."""
    probability = 1 / (1 + np.exp(-teacher.margins_of(with_weekdays(np.asarray(world.features), world.feature_names))))
    return (TRUTH_SHARE * targets(world, "teaches") + (1 - TRUTH_SHARE) * probability).astype(np.float32)


def train(training: list[World], stopping: list[World], plan: Plan, on_epoch: Callable[[float], None] | None = None) -> CausalLstm:
    """Fits by AdamW; keeps the epoch that is best on the stopping worlds, whose loss `on_epoch` is told after each."""
    torch.manual_seed(plan.seed)
    torch.set_num_threads(2)
    torch.use_deterministic_algorithms(True)
    names = training[0].feature_names
    teacher = train_teacher(training, stopping, plan)
    training = [world.whole_lessons for world in training]
    every = 1 + sum(int(world.teaches.sum()) for world in training) // TRANSFORM_ROWS
    rows = np.concatenate([world.features[world.teaches][::every] for world in training])
    network = PhantomLstm(fit_inputs(rows, names), plan.lstm_hidden, names.index(WEEKDAY))
    optimizer = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    generator = np.random.default_rng(plan.seed)
    goals = {world_at: taught_targets(world, teacher) for world_at, world in enumerate(training)}
    a_epoch = sum(1 for world in training for _ in series_batches(world))
    steps = plan.lstm_epochs * a_epoch
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate_share(step / steps))
    best, best_state, waited = float("inf"), network.state_dict(), 0
    for epoch in range(plan.lstm_epochs):
        network.train()
        work = [(at, batch) for at, world in enumerate(training) for batch in series_batches(world, generator)]
        generator.shuffle(work)
        for at, batch in work:
            loss = batch_loss(network, training[at].features, goals[at], batch)
            if loss is None:
                continue
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), GRADIENT_NORM)
            optimizer.step()
            schedule.step()
        held = mean_loss(CausalLstm(network), stopping)
        print(f"  epoch {epoch + 1}: stopping loss {held:.5f}", flush=True)
        if on_epoch:
            on_epoch(held)
        if held < best:
            best, waited = held, 0
            best_state = {name: value.clone() for name, value in network.state_dict().items()}
        else:
            waited += 1
            if waited == PATIENCE:
                break
    network.load_state_dict(best_state)
    return CausalLstm(network)


def rate_share(done: float) -> float:
    """Share of the full learning rate: up over the first tenth of training, then down a half cosine."""
    if done < WARM_UP:
        return 0.1 + 0.9 * done / WARM_UP
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, (done - WARM_UP) / (1 - WARM_UP))))


def batch_loss(network: PhantomLstm, features: np.ndarray, goal: np.ndarray, batch: list[tuple[int, int]]) -> torch.Tensor | None:
    """Mean log loss over the batch's learned rows; None where it has none."""
    wanted = torch.from_numpy(pad(goal, batch))
    known = ~torch.isnan(wanted)
    if not bool(known.any()):
        return None
    answers = network(torch.from_numpy(pad(features, batch)))
    return binary_cross_entropy_with_logits(answers[known], wanted[known])


def mean_loss(model: CausalLstm, worlds: list[World]) -> float:
    """Mean log loss on the measured rows of whole worlds."""
    total, rows = 0.0, 0
    for world in worlds:
        mask = world.measures
        margin, label = model.margins(world)[mask], world.label[mask]
        total += float(np.sum(np.logaddexp(0.0, margin) - label * margin))
        rows += int(mask.sum())
    model.network.train()
    return total / max(1, rows)


def load(folder: Path) -> CausalLstm:
    shape = json.loads((folder / SHAPE).read_text())
    state = torch.load(folder / WEIGHTS, weights_only=True)
    transform = InputTransform(**{field.name: state[field.name].numpy() for field in fields(InputTransform)})
    network = PhantomLstm(transform, shape["hidden"], shape["weekday"])
    network.load_state_dict(state)
    return CausalLstm(network)
