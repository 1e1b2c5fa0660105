"""Figures apart by how fast an item sells and by how long it has been seen: an average hides where a model is blind."""

from __future__ import annotations

from typing import Any

import numpy as np

from .bootstrap import estimate, item_weights, replicated
from .measures import Ranked, ranking_measures
from .plan import PRECISION_FLOOR
from .scored_set import ScoredSet

#: Lower bounds in units that shoppers want a day of the store-item, by the simulator's truth.
VELOCITY_FROM = (0.0, 0.1, 0.3, 1.0, 3.0)

#: Lower bounds in days seen up to the row. Candidates begin at 28.
HISTORY_FROM = (28, 60, 120, 240)

#: Fewer phantom rows than this say little, and the band says so.
ENOUGH_POSITIVES = 30

BAND_MEASURES = ("average_precision", "recall_at_precision_90")


def report_bands(scored: ScoredSet, shown: dict[str, str], replicates: int, seed: int) -> dict[str, Any]:
    """{velocity, history}: a list of bands with the figures of the scores named in `shown` (id to name)."""
    return {
        "velocity": _split(scored, scored.item_rate, VELOCITY_FROM, shown, replicates, seed),
        "history": _split(scored, scored.history_days, HISTORY_FROM, shown, replicates, seed),
    }


def _split(
    scored: ScoredSet, value: np.ndarray, bounds: tuple[float, ...], shown: dict[str, str], replicates: int, seed: int
) -> list[dict[str, Any]]:
    bands = []
    for low, high in zip(bounds, (*bounds[1:], np.inf), strict=True):
        part = scored.only((value >= low) & (value < high))
        positives = int((part.label > 0).sum())
        measured: dict[str, Any] = {}
        if 0 < positives < part.rows:
            weights = item_weights(part.item, replicates, seed)
            measured = {key: {"name": name, **_measured(part, key, weights)} for key, name in shown.items()}
        bands.append(
            {
                "from": low,
                "below": high if np.isfinite(high) else None,
                "candidates": part.rows,
                "positives": positives,
                "too_few": positives < ENOUGH_POSITIVES,
                "measured": measured,
            }
        )
    return bands


def _measured(part: ScoredSet, key: str, weights: list[np.ndarray]) -> dict[str, Any]:
    ranked = Ranked.of(part.scores[key], part.label)

    def measure(weight: np.ndarray) -> dict[str, float]:
        figures = ranking_measures(ranked, weight, PRECISION_FLOOR)
        return {name: figures[name] for name in BAND_MEASURES}

    return {name: estimate(values) for name, values in replicated(measure, part.rows, weights).items()}
