"""The scores of rules stand beside the features: read rule by rule, and kept with the rows that they are of."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from made_worlds import NAMES, made_world

from pipeline.dataset import INDEX_COLUMNS, load_world
from pipeline.rules import NO_ANSWER


def written(folder: Path) -> int:
    """A made world's feature files with two rules, the second without answers on even rows. Returns its rows."""
    world = made_world(4, items=6)
    described = {"features": NAMES, "rules": [{"id": "a", "name": "A", "threshold": 3.0}, {"id": "b", "name": "B", "threshold": None}]}
    (folder / "made.json").write_text(json.dumps(described))
    world.features.astype("<f4").tofile(folder / "made.features.f32")
    np.stack([getattr(world, name).astype("<i4") for name in INDEX_COLUMNS], axis=1).tofile(folder / "made.index.i32")
    row = np.arange(world.rows, dtype="<f4")
    np.concatenate([row, np.where(row % 2 == 0, np.nan, -row)]).astype("<f4").tofile(folder / "made.rules.f32")
    return world.rows


def test_rules_are_read_only_where_figures_need_them(tmp_path: Path) -> None:
    rows = written(tmp_path)
    assert load_world(tmp_path, "made").rules == ()
    first, second = load_world(tmp_path, "made", with_rules=True).rules
    assert (first.id, first.name, first.threshold) == ("a", "A", 3.0)
    assert np.array_equal(first.score, np.arange(rows))
    assert second.threshold is None


def test_a_row_without_an_answer_ranks_below_every_answer(tmp_path: Path) -> None:
    rows = written(tmp_path)
    score = load_world(tmp_path, "made", with_rules=True).rules[1].score
    assert (score[0::2] == NO_ANSWER).all()
    assert score[0::2].max() < score[1::2].min() == 1 - rows


def test_rows_that_are_taken_take_their_scores_along(tmp_path: Path) -> None:
    written(tmp_path)
    world = load_world(tmp_path, "made", with_rules=True)
    chosen = np.arange(len(world.series_starts)) % 2 == 1
    part = world.take_series(chosen)
    assert np.array_equal(part.rules[0].score, np.flatnonzero(chosen[world.series_position]))
    assert part.rules[0].name == "A"
    assert replace(part, rules=()).only(part.day > 0).rules == ()
