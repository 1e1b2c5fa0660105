"""A well-known way to measure wrongly, acted out on our own worlds beside the honest way.

A published project labels rows by a rule over columns that are also features, computes one feature from
the labels, lets rows of one item stand on both sides of the split and picks its threshold on predictions
for training rows. Here one learner with one budget is measured in that way, then with the leaks undone one
after the other, and at last as we measure; and the leaky model's alerts are held against the shelf.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from .calibrate import pick_threshold
from .columns import tree_column_names, with_weekdays
from .dataset import World
from .measures import Ranked, alert_measures, ranking_measures
from .plan import PRECISION_FLOOR, Plan
from .quick_learner import learn
from .simulate import REDUCED
from .train_lgbm import LightGbm

#: The rule: a record above zero, nothing sold today though so many units were forecast, and so many of the
#: last 7 days far below the forecast. It labels about one row in ten, as the published label does.
FORECAST_UNITS = 0.5
SHORT_DAYS = 4

#: Share of rows, or of items, that are held out where one world is split.
HELD_SHARE = 0.2

LABEL_FEATURE = "days_since_rule_label"


def forecast(world: World) -> np.ndarray:
    """The extract's forecast, or our own where it has none: sales_gap is forecast minus sold."""
    return world.column("sales_gap") + world.column("sold_today")


def rule_label(world: World) -> np.ndarray:
    """0/1 a row, computed from four columns that every model also reads: the answer lies among the features."""
    sold, on_hand, short = (world.column(name) for name in ("sold_today", "DailyBOH", "low_forecast_days_7"))
    return ((on_hand > 0) & (sold <= 0) & (forecast(world) >= FORECAST_UNITS) & (short >= SHORT_DAYS)).astype(np.int64)


def days_since(world: World, label: np.ndarray) -> np.ndarray:
    """float32: days from the last labelled day before today to today; NaN before the first. A feature made of labels."""
    row = np.arange(world.rows)
    last = np.maximum.accumulate(np.where(label > 0, row, -1))
    before = np.r_[-1, last[:-1]]
    start = world.series_starts[world.series_position]
    return np.where(before >= start, row - before, np.nan).astype(np.float32)


class Rows:
    """Candidates of some worlds: what the learner reads, both labels, and the item they belong to."""

    def __init__(self, worlds: list[World]) -> None:
        masks = [world.measures for world in worlds]
        rules = [rule_label(world) for world in worlds]
        self.names = tree_column_names(worlds[0].feature_names)
        self.matrix = np.concatenate([with_weekdays(w.features[m], w.feature_names) for w, m in zip(worlds, masks, strict=True)])
        leaked = [days_since(world, rule)[mask] for world, rule, mask in zip(worlds, rules, masks, strict=True)]
        self.leaky_matrix = np.column_stack([self.matrix, np.concatenate(leaked)])
        self.rule = np.concatenate([rule[mask] for rule, mask in zip(rules, masks, strict=True)])
        self.shelf = np.concatenate([(w.label[m] == 1).astype(np.int64) for w, m in zip(worlds, masks, strict=True)])
        self.item = np.concatenate([((at << 32) | w.series_position)[m] for at, (w, m) in enumerate(zip(worlds, masks, strict=True))])


def held_out(rows: Rows, by_item: bool, seed: int) -> np.ndarray:
    """True for a fifth of the rows: any rows, or all rows of a fifth of the items."""
    generator = np.random.default_rng(seed)
    if not by_item:
        return generator.random(len(rows.item)) < HELD_SHARE
    items, code = np.unique(rows.item, return_inverse=True)
    return (generator.random(len(items)) < HELD_SHARE)[code]


def figures(score: np.ndarray, label: np.ndarray, threshold: float) -> dict[str, float | None]:
    """What a report would print."""
    weight = np.ones(len(label))
    every = {**ranking_measures(Ranked.of(score, label), weight, PRECISION_FLOOR), **alert_measures(score, label, weight, threshold)}
    every["base_rate"] = float(label.mean())
    return {name: round(value, 4) if np.isfinite(value) else None for name, value in every.items()}


def reenact(training: list[World], calibration: list[World], test: list[World], plan: Plan) -> dict[str, Any]:
    """The staircase from the leaky figures to the honest ones; one learner, the same worlds to learn from."""
    rows = Rows([world for world in training if not world.name.endswith(REDUCED)][: plan.leak_worlds])
    judged, tested = Rows(calibration), Rows(test)
    leaky_names = [*rows.names, LABEL_FEATURE]

    def fitted(matrix: np.ndarray, label: np.ndarray, names: list[str]) -> LightGbm:
        return learn(matrix, label.astype(np.float32), names, plan, plan.leak_rounds)

    def within(label: np.ndarray, matrix: np.ndarray, names: list[str], by_item: bool) -> tuple[dict[str, Any], LightGbm, float]:
        """Learned and measured inside the same worlds, the threshold picked on the rows learned from."""
        held = held_out(rows, by_item, plan.seed)
        model = fitted(matrix[~held], label[~held], names)
        threshold = pick_threshold(model.margins_of(matrix[~held]), label[~held], PRECISION_FLOOR).value
        return figures(model.margins_of(matrix[held]), label[held], threshold), model, threshold

    leaky, leaky_model, leaky_threshold = within(rows.rule, rows.leaky_matrix, leaky_names, by_item=False)
    own_features, _, _ = within(rows.rule, rows.matrix, rows.names, by_item=False)
    shelf_rows, _, _ = within(rows.shelf, rows.matrix, rows.names, by_item=False)
    shelf_items, _, _ = within(rows.shelf, rows.matrix, rows.names, by_item=True)
    honest_model = fitted(rows.matrix, rows.shelf, rows.names)
    honest_threshold = pick_threshold(honest_model.margins_of(judged.matrix), judged.shelf, PRECISION_FLOOR).value
    honest = figures(honest_model.margins_of(tested.matrix), tested.shelf, honest_threshold)
    on_shelf = figures(leaky_model.margins_of(tested.leaky_matrix), tested.shelf, leaky_threshold)
    steps = (
        ("as_published", "All four leaks: label by rule, feature made of labels, rows split at random, threshold on training rows", leaky),
        ("without_label_feature", "The same without the feature made of labels", own_features),
        ("shelf_label", "Label from the shelf; rows still split at random", shelf_rows),
        ("split_by_item", "Label from the shelf, split by item", shelf_items),
        ("honest", "Other worlds, threshold from calibration worlds: the honest way", honest),
        ("as_published_on_shelf", "The first model's alerts held against the shelf of the test worlds", on_shelf),
    )
    return {
        "learner": "LightGBM",
        "rounds": plan.leak_rounds,
        "training_rows": len(rows.item),
        "rule": (
            f"record above zero, nothing sold today with a forecast of {FORECAST_UNITS:g} units or more, "
            f"at least {SHORT_DAYS} of the last 7 days below .3 of the forecast"
        ),
        "rule_rows_truly_phantom": round(float(tested.shelf[tested.rule > 0].mean()), 4) if tested.rule.any() else None,
        "steps": [{"id": key, "name": name, **found} for key, name, found in steps],
    }
