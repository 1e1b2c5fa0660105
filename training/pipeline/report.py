"""The figures of every model and rule on one set of worlds, as they stand in results.json."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from .bands import report_bands
from .bootstrap import estimate, item_weights, part_of, replicated
from .episodes import Episodes, episode_measures, lost_under_alert
from .measures import (
    COUNT_BUDGETS,
    Ranked,
    alert_measures,
    calibration_bins,
    calibration_error,
    false_alert_shares,
    precision_of_top,
    ranking_measures,
    reliability,
    top_of_store_days,
)
from .plan import PRECISION_FLOOR
from .scored_set import ScoredSet

FORMAT_VERSION = 1

#: Measures that are also given as a part of the ceiling's.
AGAINST_CEILING = ("average_precision", "recall_at_precision_90", "lost_units_under_alert", "precision_at_10")

CEILING, COMBINED = "ceiling", "combined"


@dataclass(frozen=True)
class Contestant:
    """A score that is measured: where it alerts, and whether it is a probability."""

    id: str
    name: str
    threshold: float | None
    kind: Literal["model", "rule", "ceiling", "combined"]


def report_set(scored: ScoredSet, contestants: list[Contestant], replicates: int, seed: int, with_bands: bool = False) -> dict[str, Any]:
    """One set of worlds; `with_bands` adds the figures by velocity and by length of history."""
    weights = item_weights(scored.item, replicates, seed)
    episodes = Episodes.of(scored.spell, scored.day, scored.spell_begins, scored.item_rate)
    values = {entry.id: _replicates(scored, entry, episodes, weights) for entry in contestants}
    if not np.isfinite(values[contestants[0].id]["average_precision"][0]):
        raise SystemExit("A set of worlds without phantoms (or with nothing else) cannot be measured.")
    measured: dict[str, dict[str, Any]] = {}
    for entry in contestants:
        figures: dict[str, Any] = {name: estimate(column) for name, column in values[entry.id].items()}
        if entry.kind != "ceiling" and CEILING in values:
            figures["part_of_ceiling"] = {
                name: part_of(values[entry.id][name], values[CEILING][name])
                for name in AGAINST_CEILING
                if name in values[entry.id] and name in values[CEILING]
            }
        measured[entry.id] = {"name": entry.name, "threshold": entry.threshold, **figures}
    positives = int((scored.label > 0).sum())
    result: dict[str, Any] = {
        "worlds": scored.worlds,
        "candidates": scored.rows,
        "positives": positives,
        "base_rate": round(positives / max(1, scored.rows), 6),
        "store_items": len(np.unique(scored.item)),
        "episodes": len(episodes.row),
        "episodes_selling_daily": int(episodes.sells_daily.sum()),
        "lost_units": round(float(scored.lost[scored.label > 0].sum())),
        "models": {entry.id: measured[entry.id] for entry in contestants if entry.kind == "model"},
        "rules": {entry.id: measured[entry.id] for entry in contestants if entry.kind == "rule"},
    }
    for key in (COMBINED, CEILING):
        if key in measured:
            result[key] = measured[key]
    if with_bands:
        rules = result["rules"]
        best_rule = max(rules, key=lambda key: rules[key]["average_precision"]["value"]) if rules else None
        shown = {entry.id: entry.name for entry in contestants if entry.kind != "rule" or entry.id == best_rule}
        result["bands"] = report_bands(scored, shown, replicates, seed)
    return result


def _replicates(scored: ScoredSet, entry: Contestant, episodes: Episodes, weights: list[np.ndarray]) -> dict[str, np.ndarray]:
    """All figures of one score, under every replicate's weights."""
    score, label, threshold = scored.scores[entry.id], scored.label, entry.threshold
    ranked = Ranked.of(score, label)
    bins = calibration_bins(score)
    # Ties are broken the same way for everyone, by a fixed shuffle that no score knows.
    tie_break = np.random.default_rng(1).permutation(scored.rows)
    place = top_of_store_days(score, scored.store_day, tie_break)
    alert = score >= (np.inf if threshold is None else threshold)
    kinds: dict[str, np.ndarray] = {}
    if scored.unwanted is not None and scored.in_backroom is not None:
        kinds = {"unwanted": scored.unwanted, "in_backroom": scored.in_backroom & ~scored.unwanted}
    waited = episodes.days_until_alert(alert, scored.day)

    def measure(weight: np.ndarray) -> dict[str, float]:
        figures = ranking_measures(ranked, weight, PRECISION_FLOOR)
        if threshold is not None:
            figures |= alert_measures(score, label, weight, threshold)
            figures |= episode_measures(episodes, waited, weight)
            figures |= false_alert_shares(alert, label, kinds, weight)
            figures["lost_units_under_alert"] = lost_under_alert(alert, scored.lost, label, weight)
        if entry.kind != "rule":
            figures["calibration_error"] = calibration_error(reliability(score, label, weight, bins))
        for budget in COUNT_BUDGETS:
            figures[f"precision_at_{budget}"] = precision_of_top(place, label, weight, budget)
        return figures

    return replicated(measure, scored.rows, weights)
