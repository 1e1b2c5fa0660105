"""The ceiling: the LightGBM learner given what no extract holds, the true rate of demand.

What it still misses, nobody could find from daily records: the distance to it is what better
estimates of demand could win.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from .calibrate import fit_platt, pick_threshold
from .columns import tree_column_names, with_weekdays
from .dataset import World
from .days import Days
from .plan import PRECISION_FLOOR, Plan
from .simulate import REDUCED
from .train_lgbm import LightGbm, fit
from .truth import scenario_of

#: Negative binomial size by units a day, as the rule of src/domain/rules/negative-binomial-since-sale.ts has it.
NB_SIZE_AT, NB_SIZE = np.array([0.3, 0.75, 1.5, 3.5, 8.0]), np.array([1.1, 1.5, 1.8, 2.0, 3.9])

EXTRA = ("true_rate", "true_units_since_sale", "true_zero_run_log_p", "true_shortfall_7", "true_shortfall_28")


def true_demand_columns(world: World, worlds: Path) -> np.ndarray:
    """float32 [rows, EXTRA]: the true rate, and the evidence of the zero streak under it."""
    with np.load(worlds / f"{world.name.removesuffix(REDUCED)}.truth.npz") as truth:
        rate_of_record = truth["expected_demand"].astype(np.float64)
    known = world.record >= 0
    rate = np.where(known, rate_of_record[np.maximum(world.record, 0)], 0.0)
    sold = world.column("sold_today")
    # Only days whose record claimed stock count: on others not selling is no surprise.
    exposed = np.where(world.scored, rate, 0.0)
    size = np.interp(exposed, NB_SIZE_AT, NB_SIZE)
    days = Days(world)
    columns = (
        np.where(known, rate, np.nan),
        days.since_last(sold > 0, exposed),
        days.since_last(sold > 0, -size * np.log1p(exposed / size)),
        days.sum_of_last(exposed, 7) - days.sum_of_last(sold, 7),
        days.sum_of_last(exposed, 28) - days.sum_of_last(sold, 28),
    )
    return np.stack(columns, axis=1).astype(np.float32)


def _matrix(worlds: list[World], mask: str, folder: Path) -> tuple[np.ndarray, np.ndarray]:
    parts, labels = [], []
    for world in worlds:
        rows = getattr(world, mask)
        extra = true_demand_columns(world, folder)[rows]
        parts.append(np.concatenate([with_weekdays(world.features[rows], world.feature_names), extra], axis=1))
        labels.append(world.label[rows])
    return np.concatenate(parts), np.concatenate(labels).astype(np.float32)


def train_ceiling(training: list[World], stopping: list[World], folder: Path, plan: Plan) -> LightGbm:
    """The same learner, settings and rows as the shipped LightGBM, with EXTRA beside the features."""
    names = [*tree_column_names(training[0].feature_names), *EXTRA]
    features, labels = _matrix(training, "teaches", folder)
    held, held_labels = _matrix(stopping, "measures", folder)
    return fit(features, labels, held, held_labels, names, plan)


def score_ceiling(model: LightGbm, worlds: list[World], folder: Path) -> list[np.ndarray]:
    """Margins of every row of every world."""
    return [model.margins_of(_matrix([world], "every_row", folder)[0]) for world in worlds]


def calibrate_ceiling(model: LightGbm, calibration: list[World], folder: Path) -> tuple[float, float, float]:
    """(slope, offset, threshold), as export.py finds them for the shipped models."""
    features, labels = _matrix(calibration, "measures", folder)
    margin = model.margins_of(features)
    platt = fit_platt(margin, labels)
    kind = np.concatenate([np.repeat(scenario_of(world, folder), int(world.measures.sum())) for world in calibration])
    threshold = pick_threshold(platt.probability(margin).astype(np.float32), labels, PRECISION_FLOOR, kind)
    return platt.slope, platt.offset, threshold.value
