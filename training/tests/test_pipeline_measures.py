"""Measures against scikit-learn and against counting by hand."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import average_precision_score, roc_auc_score

from pipeline.bootstrap import estimates, item_weights
from pipeline.calibrate import fit_platt, pick_threshold
from pipeline.measures import (
    Ranked,
    alert_measures,
    calibration_bins,
    calibration_error,
    precision_of_top,
    ranking_measures,
    reliability,
    top_of_store_days,
)


def drawn(seed: int, rows: int = 400) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Scores with many ties, labels that follow them, whole-number weights."""
    generator = np.random.default_rng(seed)
    score = np.round(generator.random(rows), 2)
    label = (generator.random(rows) < score**2).astype(np.int64)
    return score, label, generator.integers(0, 4, rows).astype(np.float64)


@pytest.mark.parametrize("seed", range(8))
def test_ranking_measures_are_those_of_scikit_learn_with_and_without_weights(seed: int) -> None:
    score, label, weight = drawn(seed)
    for w in (np.ones(len(score)), weight):
        ours = ranking_measures(Ranked.of(score, label), w, 0.9)
        assert ours["auc"] == pytest.approx(roc_auc_score(label, score, sample_weight=w))
        assert ours["average_precision"] == pytest.approx(average_precision_score(label, score, sample_weight=w))


@pytest.mark.parametrize("seed", range(8))
def test_recall_at_a_precision_is_the_highest_of_all_thresholds_that_keep_it(seed: int) -> None:
    score, label, weight = drawn(seed)
    for w in (np.ones(len(score)), weight):
        best = 0.0
        for candidate in np.unique(score):
            alert = score >= candidate
            if w[alert].sum() > 0 and (w * label)[alert].sum() / w[alert].sum() >= 0.7:
                best = max(best, (w * label)[alert].sum() / (w * label).sum())
        assert ranking_measures(Ranked.of(score, label), w, 0.7)["recall_at_precision_90"] == pytest.approx(best)


@pytest.mark.parametrize("seed", range(8))
def test_the_threshold_has_the_highest_recall_of_all_that_keep_the_precision(seed: int) -> None:
    score, label, _ = drawn(seed)
    floor = 0.7
    best = 0.0
    for candidate in np.unique(score):
        alert = score >= candidate
        if label[alert].mean() >= floor:
            best = max(best, label[alert].sum() / label.sum())
    picked = pick_threshold(score, label, floor)
    alert = score >= picked.value
    assert picked.reached == (best > 0)
    if picked.reached:
        assert label[alert].sum() / label.sum() == pytest.approx(best) == pytest.approx(picked.recall)
        assert label[alert].mean() >= floor


def test_where_no_threshold_keeps_the_precision_the_most_precise_one_is_taken_and_said() -> None:
    picked = pick_threshold(np.array([0.9, 0.8, 0.7, 0.1]), np.array([0, 1, 1, 0]), 0.9)
    assert not picked.reached
    assert picked.precision == pytest.approx(2 / 3)


@pytest.mark.parametrize("seed", range(8))
def test_a_threshold_for_several_kinds_of_worlds_keeps_the_precision_on_each(seed: int) -> None:
    score, label, _ = drawn(seed)
    kind = np.where(np.random.default_rng(seed).random(len(score)) < 0.4, "usual", "further")
    # The second kind is harder: some of what scores high there is none.
    label = np.where((kind == "further") & (np.arange(len(score)) % 5 == 0), 0, label)
    floor = 0.6
    best = 0.0
    for candidate in np.unique(score):
        alert = score >= candidate
        if all((alert & (kind == one)).any() and label[alert & (kind == one)].mean() >= floor for one in ("usual", "further")):
            best = max(best, label[alert].sum() / label.sum())
    picked = pick_threshold(score, label, floor, kind)
    assert picked.reached == (best > 0)
    assert picked.recall <= pick_threshold(score, label, floor).recall or not picked.reached
    if picked.reached:
        assert label[score >= picked.value].sum() / label.sum() == pytest.approx(best) == pytest.approx(picked.recall)


def test_the_threshold_lies_between_two_scores() -> None:
    picked = pick_threshold(np.array([0.9, 0.8, 0.3]), np.array([1, 1, 0]), 0.9)
    assert picked.value == pytest.approx(0.55)


def test_platt_finds_the_line_that_made_the_labels_and_keeps_the_order() -> None:
    generator = np.random.default_rng(3)
    margin = generator.normal(size=200_000) * 2
    label = (generator.random(len(margin)) < 1 / (1 + np.exp(-(0.7 * margin - 1.5)))).astype(np.int64)
    platt = fit_platt(margin, label)
    assert platt.slope == pytest.approx(0.7, abs=0.02)
    assert platt.offset == pytest.approx(-1.5, abs=0.02)
    assert (np.diff(platt.probability(np.sort(margin))) >= 0).all()


def test_platt_stays_finite_where_the_classes_part() -> None:
    platt = fit_platt(np.array([-5.0, -4.0, 4.0, 5.0]), np.array([0, 0, 1, 1]))
    assert np.isfinite([platt.slope, platt.offset]).all()


def test_honest_probabilities_have_almost_no_calibration_error_and_boasts_have() -> None:
    generator = np.random.default_rng(4)
    honest = generator.random(100_000)
    label = (generator.random(len(honest)) < honest).astype(np.int64)
    weight = np.ones(len(honest))
    assert calibration_error(reliability(honest, label, weight, calibration_bins(honest))) < 0.01
    boast = np.sqrt(honest)
    assert calibration_error(reliability(boast, label, weight, calibration_bins(boast))) == pytest.approx(2 / 3 - 1 / 2, abs=0.01)


def test_alert_measures_by_hand() -> None:
    figures = alert_measures(np.array([0.9, 0.8, 0.2, 0.1]), np.array([1, 0, 1, 0]), np.array([1.0, 2.0, 1.0, 1.0]), 0.8)
    assert figures == pytest.approx({"precision": 1 / 3, "recall": 1 / 2, "f1": 2 / 5, "lift": (1 / 3) / (2 / 5)})


def test_the_top_of_a_store_and_day_never_reaches_into_another() -> None:
    score = np.array([0.9, 0.1, 0.5, 0.8, 0.7])
    store_day = np.array([1, 1, 1, 2, 2])
    place = top_of_store_days(score, store_day, np.arange(5))
    assert place.tolist() == [0, 2, 1, 0, 1]
    assert precision_of_top(place, np.array([1, 0, 0, 0, 1]), np.ones(5), 1) == pytest.approx(1 / 2)


def test_a_bootstrap_draws_whole_items_and_covers_the_value() -> None:
    generator = np.random.default_rng(5)
    item = np.repeat(np.arange(50), 20)
    effect = generator.normal(size=50)[item]
    weights = item_weights(item, 200, seed=1)
    assert all(len(np.unique(weight[item == 7])) == 1 for weight in weights[:20])
    found = estimates(lambda w: {"mean": float(np.average(effect, weights=w))}, len(item), weights)["mean"]
    assert found is not None
    assert found["low"] < found["value"] < found["high"]
    # Days of one item are no independent evidence: the interval is that of 50 items, not of 1,000 rows.
    assert found["high"] - found["low"] == pytest.approx(2 * 1.96 * effect[::20].std() / np.sqrt(50), rel=0.25)
