"""How much is simulated and how large the models are: one plan for real, one for a quick check."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

#: The order in which models are listed everywhere.
MODEL_IDS = ("lgbm", "xgb", "rf", "lstm")
MODEL_NAMES = {"lgbm": "LightGBM", "xgb": "XGBoost", "rf": "Random Forest", "lstm": "LSTM"}

#: The precision that shipped thresholds are picked for.
PRECISION_FLOOR = 0.90

#: Days a store-item must have been seen before a row teaches a model. Candidates need more
#: (minimumHistoryDays in extract-table.ts), so that models have seen what comes just before.
TRAINING_HISTORY_DAYS = 14


@dataclass(frozen=True)
class Split:
    """Worlds of one split: how many, and about how many daily rows each."""

    worlds: int
    rows: int


@dataclass(frozen=True)
class Plan:
    """Everything that decides a run; the same plan and seed give the same artefacts."""

    name: str
    seed: int
    train: Split
    #: The first `stopping_worlds` of these stop boosting and training early; the others
    #: calibrate and give the thresholds.
    calibration: Split
    stopping_worlds: int
    test: Split
    stress: Split
    #: Of the test worlds, those whose rows go with the app.
    bundled_worlds: int
    lgbm_rounds: int
    lgbm_leaves: int
    xgb_rounds: int
    xgb_depth: int
    rf_trees: int
    rf_leaves: int
    rf_rows: int
    lstm_hidden: int
    lstm_epochs: int
    bootstrap: int
    golden_rows: int
    #: Worlds with demand from a file, where there is one.
    real_demand_worlds: int
    #: The first so many training worlds.
    ablation_worlds: int
    ablation_rounds: int
    leak_worlds: int
    leak_rounds: int
    #: Least evidence a leaf rests on: rows, or their summed hessian. Little data needs smaller ones.
    lgbm_leaf_rows: int = 300
    xgb_leaf_weight: float = 40
    rf_leaf_rows: int = 15
    #: One day in so many of a store-item teaches trees, one store-item in so many the LSTM: see load_training.
    days_apart: int = 1
    items_apart: int = 1


#: Many worlds of moderate size rather than few large ones: what fails elsewhere is what one world taught by heart.
FULL = Plan(
    name="full",
    seed=60493,
    train=Split(1200, 40_000),
    calibration=Split(64, 45_000),
    stopping_worlds=8,
    test=Split(40, 60_000),
    # Eight worlds of each of the simulator's eight scenarios.
    stress=Split(64, 40_000),
    bundled_worlds=10,
    lgbm_rounds=250,
    lgbm_leaves=48,
    xgb_rounds=220,
    xgb_depth=7,
    rf_trees=60,
    rf_leaves=833,
    rf_rows=450_000,
    lstm_hidden=32,
    lstm_epochs=5,
    bootstrap=200,
    golden_rows=20_000,
    real_demand_worlds=4,
    ablation_worlds=60,
    ablation_rounds=120,
    leak_worlds=8,
    leak_rounds=150,
    days_apart=12,
    items_apart=6,
)

#: The record of `npm run train -- --tune`, and in it the settings that did best.
TUNING = Path(__file__).resolve().parent.parent / "tuning.json"

if TUNING.exists():
    FULL = replace(FULL, **json.loads(TUNING.read_text())["chosen"])

SMALL = Plan(
    name="small",
    seed=20260,
    train=Split(3, 30_000),
    calibration=Split(3, 20_000),
    stopping_worlds=1,
    test=Split(2, 20_000),
    stress=Split(2, 15_000),
    bundled_worlds=1,
    lgbm_rounds=120,
    lgbm_leaves=24,
    xgb_rounds=100,
    xgb_depth=5,
    rf_trees=40,
    rf_leaves=150,
    rf_rows=60_000,
    lstm_hidden=24,
    lstm_epochs=4,
    bootstrap=50,
    golden_rows=20_000,
    real_demand_worlds=1,
    ablation_worlds=6,
    ablation_rounds=40,
    leak_worlds=3,
    leak_rounds=40,
)


def choose_plan(small: bool, seed: int | None, worlds: int | None, rows: int | None) -> Plan:
    """The plan asked for on the command line; `worlds` and `rows` change the training split only."""
    plan = SMALL if small else FULL
    train = Split(worlds or plan.train.worlds, rows or plan.train.rows)
    return replace(plan, seed=plan.seed if seed is None else seed, train=train)
