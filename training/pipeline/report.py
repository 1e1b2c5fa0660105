"""results.json: every figure of every model and rule, once. Cards and screens read it."""

from __future__ import annotations

from typing import Any

import numpy as np

from .bootstrap import estimates, item_weights
from .measures import (
    COUNT_BUDGETS,
    Ranked,
    alert_measures,
    calibration_bins,
    calibration_error,
    precision_of_top,
    ranking_measures,
    reliability,
    top_of_store_days,
)
from .plan import PRECISION_FLOOR
from .scored_set import ScoredSet

FORMAT_VERSION = 1


def report_set(
    scored: ScoredSet,
    models: dict[str, tuple[str, float]],
    rules: dict[str, tuple[str, float | None]],
    ceiling: tuple[str, float] | None,
    replicates: int,
    seed: int,
) -> dict[str, Any]:
    """One set of worlds. `models` and `rules` give name and threshold by id of a score in `scored`."""
    weights = item_weights(scored.item, replicates, seed)
    positives = int((scored.label > 0).sum())
    result: dict[str, Any] = {
        "worlds": scored.worlds,
        "candidates": scored.rows,
        "positives": positives,
        "base_rate": round(positives / max(1, scored.rows), 6),
        "models": {key: _measured(scored, key, *about, True, weights) for key, about in models.items()},
        "rules": {key: _measured(scored, key, *about, False, weights) for key, about in rules.items()},
    }
    if ceiling is not None:
        result["ceiling"] = _measured(scored, "ceiling", *ceiling, True, weights)
    return result


def _measured(
    scored: ScoredSet, key: str, name: str, threshold: float | None, is_probability: bool, weights: list[np.ndarray]
) -> dict[str, Any]:
    """All figures of one score."""
    score, label = scored.scores[key], scored.label
    ranked = Ranked.of(score, label)
    bins = calibration_bins(score)
    # Ties are broken the same way for everyone, by a fixed shuffle that no score knows.
    tie_break = np.random.default_rng(1).permutation(scored.rows)
    place = top_of_store_days(score, scored.store_day, tie_break)

    def measure(weight: np.ndarray) -> dict[str, float]:
        figures = ranking_measures(ranked, weight, PRECISION_FLOOR)
        if threshold is not None:
            figures |= alert_measures(score, label, weight, threshold)
        if is_probability:
            figures["calibration_error"] = calibration_error(reliability(score, label, weight, bins))
        for budget in COUNT_BUDGETS:
            figures[f"precision_at_{budget}"] = precision_of_top(place, label, weight, budget)
        return figures

    figures = estimates(measure, scored.rows, weights)
    if figures["average_precision"] is None:
        raise SystemExit("A set of worlds without phantoms (or with nothing else) cannot be measured.")
    return {"name": name, "threshold": threshold, **figures}
