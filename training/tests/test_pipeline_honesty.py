"""No score knows what it must not: shuffled labels teach nothing, unknown ones neither teach nor measure."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from made_worlds import made_world

from pipeline.dataset import INDEX_COLUMNS
from pipeline.measures import Ranked, ranking_measures
from pipeline.models import LEARNERS
from pipeline.plan import SMALL

PLAN = replace(SMALL, lstm_epochs=12, lstm_hidden=12, lgbm_rounds=30, xgb_rounds=30, rf_trees=12)


def average_precision(model_id: str, shuffled: bool) -> tuple[float, float]:
    """AP on a third world, and its base rate."""
    training = [made_world(seed, items=40, shuffled_labels=shuffled) for seed in range(10, 16)]
    model = LEARNERS[model_id].train(training, [made_world(2, shuffled_labels=shuffled)], PLAN)
    world = made_world(3)
    ranked = Ranked.of(model.margins(world)[world.measures], world.label[world.measures])
    weight = np.ones(int(world.measures.sum()))
    return ranking_measures(ranked, weight, 0.9)["average_precision"], float((world.label[world.measures] == 1).mean())


@pytest.mark.parametrize("model_id", ["lgbm", "xgb", "rf", "lstm"])
def test_with_shuffled_labels_average_precision_falls_to_the_base_rate(model_id: str) -> None:
    learned, base_rate = average_precision(model_id, shuffled=False)
    assert learned > 2 * base_rate
    by_chance, base_rate = average_precision(model_id, shuffled=True)
    assert by_chance < 1.5 * base_rate


def test_rows_with_an_unknown_label_neither_teach_nor_measure() -> None:
    world = made_world(7)
    unknown = replace(world, label=np.full(world.rows, -1, dtype=np.int32))
    assert not unknown.teaches.any() and not unknown.measures.any()
    assert {field.name for field in fields(world)} >= set(INDEX_COLUMNS)
