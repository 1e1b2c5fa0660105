"""The exported trees are the trained trees, to the last branch."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest
from made_worlds import NAMES, made_world

from pipeline.calibrate import Platt
from pipeline.early_answers import Scoring
from pipeline.models import LEARNERS
from pipeline.plan import SMALL
from pipeline.tree_ensemble import floor_to_float32
from pipeline.tree_graph import NODES_A_PIECE, pieces_of

PLATT = Platt(0.9, -0.2)


def test_a_floored_threshold_sends_every_float32_the_way_of_the_float64() -> None:
    generator = np.random.default_rng(1)
    thresholds = np.r_[generator.normal(size=2000) * 10.0 ** generator.integers(-8, 8, 2000), 0.0, 1e300, -1e-40]
    floored = floor_to_float32(thresholds)
    for shift in (-1, 0, 1):
        near = thresholds.clip(-3e38, 3e38).astype(np.float32)
        near = near if shift == 0 else np.nextafter(near, np.float32(shift * np.inf))
        assert np.array_equal(near.astype(np.float64) <= thresholds, near <= floored)


def test_rounding_to_the_nearest_float32_would_flip_branches() -> None:
    thresholds = np.random.default_rng(2).normal(size=1000)
    nearest = thresholds.astype(np.float32)
    assert not np.array_equal(nearest.astype(np.float64) <= thresholds, nearest <= nearest)


@pytest.mark.parametrize("model_id", ["lgbm", "xgb", "rf"])
def test_graph_and_library_agree_on_rows_that_sit_on_thresholds_and_on_missing_values(model_id: str) -> None:
    train, stop = made_world(1), made_world(2)
    model = LEARNERS[model_id].train([train], [stop], SMALL)
    graph = model.graph(NAMES, Scoring(PLATT))
    assert [tensor.name for tensor in graph.graph.input] == ["features"]
    assert [tensor.name for tensor in graph.graph.output] == ["probability"]
    session = onnxruntime.InferenceSession(graph.SerializeToString())
    # Rows that were learned from sit on the very values between which thresholds lie.
    for world in (train, stop):
        got = session.run(None, {"features": world.features})[0][:, 0]
        assert np.abs(got - PLATT.probability(model.margins(world))).max() <= 2e-6
    nothing = np.full((3, len(NAMES)), np.nan, dtype=np.float32)
    assert np.isfinite(session.run(None, {"features": nothing})[0]).all()


@pytest.mark.parametrize("model_id", ["lgbm", "xgb", "rf"])
def test_a_saved_model_is_the_same_when_it_is_read_back(model_id: str, tmp_path) -> None:
    world = made_world(3)
    model = LEARNERS[model_id].train([world], [made_world(4)], SMALL)
    model.save(tmp_path)
    assert np.allclose(LEARNERS[model_id].load(tmp_path).margins(world), model.margins(world), atol=1e-6)


def test_trees_are_cut_into_pieces_of_whole_trees_in_their_order() -> None:
    sizes = [1_000, 1_500, 900, 4_000, 10, 2_990, 1]
    tree = np.repeat(np.arange(len(sizes)), sizes)
    pieces = pieces_of(tree)
    assert [sorted(set(tree[piece].tolist())) for piece in pieces] == [[0, 1], [2], [3], [4, 5], [6]]
    assert np.array_equal(np.sum(pieces, axis=0), np.ones(len(tree)))
    assert all(piece.sum() <= NODES_A_PIECE or len(set(tree[piece])) == 1 for piece in pieces)
