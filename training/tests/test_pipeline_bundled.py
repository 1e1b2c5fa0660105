"""What the app is given of the test worlds is what was measured, row for row."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from made_worlds import made_world

from pipeline.bundled import CURVE_STEPS, RATE_RATIO, RUN_COLUMNS, SMALLEST_RATE, price_codes, rate_codes, thinned_curve, write_bundled
from pipeline.dataset import World
from pipeline.rules import NO_ANSWER, Rule
from pipeline.scored_set import ScoredSet, gather
from pipeline.truth import Truth


def world_with_rate(seed: int, folder: Path) -> World:
    """A made world that has a rate, a rule and a CSV with prices and categories; some candidates have no label."""
    world = made_world(seed, items=12)
    generator = np.random.default_rng(seed)
    rate = generator.lognormal(0, 2, world.rows).astype(np.float32)
    rate[::50] = np.nan
    label = np.where(generator.random(world.rows) < 0.1, -1, world.label)
    rule = Rule("rule", "A rule", 3.0, generator.integers(0, 9, world.rows).astype(np.float32))
    cells = [f"{1 + row % 7}.99,{('Dairy', 'Bread')[world.series[row] % 2]}" for row in range(world.rows)]
    (folder / f"{world.name}.csv").write_text("price,category\n" + "\n".join(cells) + "\n")
    return replace(
        world,
        features=np.column_stack([world.features, rate]),
        feature_names=(*world.feature_names, "held_rate"),
        label=label,
        rules=(rule,),
    )


def scored(worlds: list[World]) -> ScoredSet:
    nothing = [Truth(*(np.zeros(world.rows, dtype=np.int64) for _ in range(4))) for world in worlds]
    model = [np.random.default_rng(9).random(world.rows).astype(np.float32) for world in worlds]
    return gather(worlds, nothing, {"lgbm": model, "rule": [world.rules[0].score for world in worlds]})


def test_the_rows_read_back_are_the_measured_ones(tmp_path: Path) -> None:
    worlds = [world_with_rate(seed, tmp_path) for seed in (1, 2)]
    measured = scored(worlds)
    write_bundled(measured, ["lgbm"], worlds, tmp_path, tmp_path)
    described = json.loads((tmp_path / "test-worlds.json").read_text())
    data = (tmp_path / "test-worlds.bin").read_bytes()
    rows, runs = described["rows"], described["runs"]
    assert rows == measured.rows == sum(int(world.measures.sum()) for world in worlds)
    assert (described["items"], described["stores"], described["categories"]) == (24, 8, ["Dairy", "Bread"])

    at = 0

    def take(kind: str, count: int) -> np.ndarray:
        nonlocal at
        at += np.dtype(kind).itemsize * count
        return np.frombuffer(data[at - np.dtype(kind).itemsize * count : at], kind)

    score = take("<f4", rows)
    item, store, first_day, category, length = take("<i4", runs * len(RUN_COLUMNS)).reshape(-1, runs)
    seen, rate, price, label = take("<u2", rows), take("<u2", rows), take("<u2", rows), take("u1", rows)
    assert at == len(data)
    assert np.array_equal(score, measured.scores["lgbm"])
    assert np.array_equal(label, measured.label > 0)
    assert np.array_equal(np.repeat(first_day, length) + seen - 1, measured.day)
    assert np.array_equal(np.diff(np.repeat(item, length)) != 0, np.diff(measured.item) != 0)
    # One number here for each number there, and the other way round.
    both = np.unique(np.stack([np.repeat(store, length), measured.store_day >> 28]), axis=1)
    assert both.shape[1] == len(np.unique(both[0])) == len(np.unique(both[1])) == 8
    expected = np.concatenate([world.column("held_rate")[world.measures] for world in worlds])
    read = np.where(rate == 0, np.nan, SMALLEST_RATE * RATE_RATIO ** (rate.astype(float) - 1))
    assert np.allclose(read, expected, rtol=2e-4, equal_nan=True)
    record = np.concatenate([world.record[world.measures] for world in worlds])
    assert np.allclose(price / 100, 1.99 + record % 7)
    series = np.concatenate([world.series[world.measures] for world in worlds])
    assert np.array_equal(np.repeat(category, length), series % 2)


def test_codes_have_no_rate_and_no_price_apart() -> None:
    assert rate_codes(np.array([np.nan, 0, 1e-5, 1e9])).tolist() == [0, 1, 1, 65535]
    assert price_codes(np.array([np.nan, 0.01, 655.35])).tolist() == [0, 1, 65535]
    with pytest.raises(ValueError, match="price"):
        price_codes(np.array([700.0]))


def test_a_thinned_curve_keeps_exact_counts_ends_and_its_threshold() -> None:
    generator = np.random.default_rng(3)
    label = (generator.random(5000) < 0.2).astype(np.int64)
    score = np.round(generator.normal(label, 1), 3).astype(np.float32)
    score[:100] = NO_ANSWER
    curve = thinned_curve(Rule("r", "R", 1.2345, score), score, label)
    assert len(curve["scores"]) <= CURVE_STEPS
    assert curve["scores"][-1] is None
    assert curve["true_positives"][-1] + curve["false_positives"][-1] == len(score)
    for step, threshold in enumerate(curve["scores"][:-1]):
        alert = score >= np.float32(threshold)
        assert curve["true_positives"][step] == int(label[alert].sum())
        assert curve["false_positives"][step] == int((label[alert] == 0).sum())
    assert max(curve["scores"][:-1]) == float(str(score.max()))
    reached = score[score >= np.float32(1.2345)].min()
    assert float(str(reached)) in curve["scores"]


def test_a_curve_with_few_scores_is_whole() -> None:
    score = np.array([1, 1, 2, 5], dtype=np.float32)
    curve = thinned_curve(Rule("r", "R", None, score), score, np.array([0, 1, 0, 1]))
    assert (curve["scores"], curve["true_positives"], curve["false_positives"]) == ([5.0, 2.0, 1.0], [1, 1, 2], [0, 1, 2])
