"""All four models as one score: the mean of their log-odds, calibrated again.

    probability = 1 / (1 + exp(-(slope * mean of log(p / (1 - p)) over the models + offset)))

with every p held within [limit, 1 - limit]. Two numbers and the four scores are all that anyone needs
to compute it, so it ships as combined.json and not as a graph.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .bootstrap import estimate, item_weights, replicated
from .calibrate import MARGIN_LIMIT, Platt, fit_platt, margin_of_probability, pick_threshold
from .measures import Ranked, ranking_measures
from .plan import PRECISION_FLOOR
from .scored_set import ScoredSet

FILE = "combined.json"
FORMAT_VERSION = 1
NAME = "All four"


def mean_margin(scores: list[np.ndarray]) -> np.ndarray:
    """Mean log-odds of several calibrated probabilities of the same rows, float64."""
    return np.mean([margin_of_probability(score) for score in scores], axis=0)


@dataclass(frozen=True)
class Combined:
    """The calibrated mean of some models' log-odds."""

    models: tuple[str, ...]
    platt: Platt
    threshold: float
    decision: dict[str, Any]

    def probability(self, scores: dict[str, np.ndarray]) -> np.ndarray:
        """Probability of every row, float32 like the models' own."""
        return self.platt.probability(mean_margin([scores[key] for key in self.models])).astype(np.float32)


def combine(calibration: ScoredSet, kinds: list[str], models: list[str], replicates: int, seed: int) -> Combined:
    """Fits the two numbers and the threshold on calibration worlds, and decides there whether it is worth offering.

    It is offered where its AP lies above the best single model's. The test worlds have no say in it. `kinds` says of
    every calibration world what kind it is: the threshold reaches the floor on each kind.
    """
    margin = mean_margin([calibration.scores[key] for key in models])
    platt = fit_platt(margin, calibration.label)
    probability = platt.probability(margin).astype(np.float32)
    kind = np.array(kinds)[calibration.world]
    threshold = pick_threshold(probability, calibration.label, PRECISION_FLOOR, kind)
    weights = item_weights(calibration.item, replicates, seed)
    values: dict[str, np.ndarray] = {}
    for key, score in {**{key: calibration.scores[key] for key in models}, "combined": probability}.items():
        ranked = Ranked.of(score, calibration.label)

        def measure(weight: np.ndarray, ranked: Ranked = ranked) -> dict[str, float]:
            return {"ap": ranking_measures(ranked, weight, PRECISION_FLOOR)["average_precision"]}

        values[key] = replicated(measure, calibration.rows, weights)["ap"]
    best = max(models, key=lambda key: float(values[key][0]))
    decision = {
        "offered": bool(values["combined"][0] > values[best][0]),
        "best_single": best,
        "average_precision": {key: estimate(column) for key, column in values.items()},
        "gain_over_best_single": estimate(values["combined"] - values[best]),
        "candidates": calibration.rows,
        "worlds": calibration.worlds,
        "precision": round(threshold.precision, 5),
        "recall": round(threshold.recall, 5),
        "floor_reached": threshold.reached,
    }
    return Combined(tuple(models), platt, threshold.value, decision)


def write_combined(combined: Combined, folder: Path) -> dict[str, Any]:
    """Writes combined.json, all that computing the score takes; returns what results.json says of it."""
    formula = {
        "format_version": FORMAT_VERSION,
        "id": "combined",
        "name": NAME,
        "models": list(combined.models),
        "probability_limit": MARGIN_LIMIT,
        "slope": combined.platt.slope,
        "offset": combined.platt.offset,
        "precision_floor_threshold": combined.threshold,
        "precision_floor": PRECISION_FLOOR,
        "offered": combined.decision["offered"],
    }
    (folder / FILE).write_text(json.dumps(formula, indent=2) + "\n")
    return {"name": NAME, "models": list(combined.models), **combined.decision}
