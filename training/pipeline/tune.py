"""Settings of the four models, chosen under one protocol with a stated budget.

Every model gets the same number of settings to try, the same training worlds and the same judge: average precision
on the worlds that stop training early. Neither calibration, test nor stress worlds have a say.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from .dataset import World
from .measures import Ranked, ranking_measures
from .models import LEARNERS
from .plan import MODEL_IDS, PRECISION_FLOOR, Plan

#: Training worlds that teach in a trial, the first of the list.
TUNING_ENTRIES = 200
#: Passes of the LSTM over them.
TUNING_EPOCHS = 2
#: Rows that a forest learns from: its trials would cost more than all others together.
TUNING_FOREST_ROWS = 100_000

#: What is tried. Within a kind of trees all settings cost a browser about as much: it pays by the trees times their depth,
#: and for opening a forest by the node. Of the networks a larger one costs more.
GRID: dict[str, tuple[dict[str, float | int], ...]] = {
    "lgbm": (
        {"lgbm_rounds": 300, "lgbm_leaves": 32, "lgbm_leaf_rows": 1000},
        {"lgbm_rounds": 250, "lgbm_leaves": 48, "lgbm_leaf_rows": 300},
        {"lgbm_rounds": 250, "lgbm_leaves": 48, "lgbm_leaf_rows": 1000},
        {"lgbm_rounds": 220, "lgbm_leaves": 64, "lgbm_leaf_rows": 600},
    ),
    "xgb": (
        {"xgb_rounds": 280, "xgb_depth": 5, "xgb_leaf_weight": 80},
        {"xgb_rounds": 250, "xgb_depth": 6, "xgb_leaf_weight": 80},
        {"xgb_rounds": 220, "xgb_depth": 7, "xgb_leaf_weight": 120},
        {"xgb_rounds": 200, "xgb_depth": 8, "xgb_leaf_weight": 120},
    ),
    "rf": (
        {"rf_trees": 75, "rf_leaves": 667, "rf_leaf_rows": 15},
        {"rf_trees": 75, "rf_leaves": 667, "rf_leaf_rows": 60},
        {"rf_trees": 60, "rf_leaves": 833, "rf_leaf_rows": 30},
        {"rf_trees": 60, "rf_leaves": 833, "rf_leaf_rows": 60},
    ),
    "lstm": (
        {"lstm_hidden": 24},
        {"lstm_hidden": 32},
        {"lstm_hidden": 40},
        {"lstm_hidden": 48},
    ),
}  # fmt: skip


def tune(training: list[World], stopping: list[World], plan: Plan) -> dict[str, Any]:
    """Tries every setting of GRID once; the record of all trials and, by model, the settings of the best."""
    taught = training[:TUNING_ENTRIES]
    label = np.concatenate([world.label[world.measures] for world in stopping])
    trials: list[dict[str, Any]] = []
    chosen: dict[str, float | int] = {}
    for model_id in MODEL_IDS:
        best = -1.0
        for settings in GRID[model_id]:
            tried = replace(plan, lstm_epochs=TUNING_EPOCHS, rf_rows=TUNING_FOREST_ROWS, **settings)
            model = LEARNERS[model_id].train(taught, stopping, tried)
            margin = np.concatenate([model.margins(world)[world.measures] for world in stopping])
            figures = ranking_measures(Ranked.of(margin, label), np.ones(len(label)), PRECISION_FLOOR)
            reached = {name: round(figures[name], 4) for name in ("average_precision", "recall_at_precision_90")}
            trials.append({"model": model_id, "settings": settings, **reached})
            print(f"  {model_id} {settings}: AP {reached['average_precision']:.4f}", flush=True)
            if figures["average_precision"] > best:
                best = figures["average_precision"]
                chosen |= {name: value for name, value in settings.items()}
    return {
        "seed": plan.seed,
        "training_rows": int(sum(world.teaches.sum() for world in taught)),
        "training_worlds": len({world.name.removesuffix("-reduced") for world in taught}),
        "judging_worlds": len(stopping),
        "measure": "average_precision",
        "settings_a_model": len(GRID["lgbm"]),
        "lstm_epochs": TUNING_EPOCHS,
        "rf_rows": TUNING_FOREST_ROWS,
        "trials": trials,
        "chosen": chosen,
    }


def write_tuning(path: Path, record: dict[str, Any]) -> None:
    """The record, which plan.py reads the chosen settings from."""
    path.write_text(json.dumps(record, indent=1) + "\n")
