"""The exported network is the trained one, and no step sees a later one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import onnxruntime
import pytest
from made_worlds import NAMES, made_world

from pipeline.calibrate import Platt
from pipeline.early_answers import Scoring
from pipeline.plan import SMALL
from pipeline.score import features_read
from pipeline.train_lstm import CausalLstm, load, pad, series_batches, train

PLATT = Platt(1.1, 0.3)


@pytest.fixture(scope="module")
def model() -> CausalLstm:
    return train([made_world(1)], [made_world(2)], replace(SMALL, lstm_epochs=2, lstm_hidden=12))


@pytest.mark.parametrize(("series", "steps"), [(1, 1), (1, 28), (7, 400), (4096, 2)])
def test_the_graph_gives_the_networks_answer_at_any_number_of_series_and_steps(model: CausalLstm, series: int, steps: int) -> None:
    generator = np.random.default_rng(5)
    values = (generator.normal(size=(series, steps, len(NAMES))) * 20).astype(np.float32)
    values[generator.random(values.shape) < 0.2] = np.nan
    session = onnxruntime.InferenceSession(model.graph(NAMES, Scoring(PLATT)).SerializeToString())
    assert features_read(session) == tuple(NAMES[at] for at in model.network.columns())
    answer = session.run(None, {"features": values[..., model.network.columns()]})[0]
    assert answer.shape == (series, steps, 1)
    import torch

    with torch.no_grad():
        native = PLATT.probability(model.network(torch.from_numpy(values)).numpy())
    assert np.abs(answer[..., 0] - native).max() <= 1e-5


def test_a_step_does_not_see_the_steps_after_it(model: CausalLstm) -> None:
    session = onnxruntime.InferenceSession(model.graph(NAMES, Scoring(PLATT)).SerializeToString())
    values = np.random.default_rng(6).normal(size=(3, 50, len(model.network.columns()))).astype(np.float32)
    changed = values.copy()
    changed[:, 30:] = np.nan
    before, after = (session.run(None, {"features": batch})[0] for batch in (values, changed))
    assert np.array_equal(before[:, :30], after[:, :30])
    assert not np.array_equal(before[:, 30:], after[:, 30:])


def test_batches_hold_every_row_once_whatever_the_order() -> None:
    world = made_world(3)
    for generator in (None, np.random.default_rng(1)):
        rows = np.concatenate([np.arange(start, end) for batch in series_batches(world, generator) for start, end in batch])
        assert np.array_equal(np.sort(rows), np.arange(world.rows))


def test_padding_comes_after_a_series_and_is_missing() -> None:
    padded = pad(np.arange(10, dtype=np.float32), [(0, 3), (3, 10)])
    assert padded.shape == (2, 7)
    assert np.array_equal(padded[0, :3], [0, 1, 2]) and np.isnan(padded[0, 3:]).all()


def test_a_saved_network_is_the_same_when_it_is_read_back(model: CausalLstm, tmp_path) -> None:
    model.save(tmp_path)
    world = made_world(4)
    assert np.array_equal(load(tmp_path).margins(world), model.margins(world))
