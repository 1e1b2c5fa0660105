"""XGBoost: boosted trees grown level by level."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import numpy as np
import onnx
import xgboost

from .columns import with_weekdays
from .dataset import World, stack
from .early_answers import Scoring
from .plan import Plan
from .tree_ensemble import from_xgboost
from .tree_graph import tree_graph

FILE = "xgb.json"
PATIENCE = 40


class XgBoost:
    """A trained booster of exactly the trees that count."""

    reads: Literal["rows", "series"] = "rows"

    def __init__(self, booster: xgboost.Booster) -> None:
        self.booster = booster
        self.trees = booster.num_boosted_rounds()

    def margins(self, world: World) -> np.ndarray:
        return self.margins_of_first(self.trees, world)

    def margins_of_first(self, trees: int, world: World) -> np.ndarray:
        data = xgboost.DMatrix(with_weekdays(world.features, world.feature_names), missing=np.nan, nthread=2)
        return self.booster.predict(data, output_margin=True, iteration_range=(0, trees)).astype(np.float64)

    def graph(self, names: tuple[str, ...], scoring: Scoring) -> onnx.ModelProto:
        saved = json.loads(self.booster.save_raw("json").decode())
        return tree_graph(from_xgboost(saved, self.trees), names, scoring, averages=False)

    def save(self, folder: Path) -> None:
        self.booster.save_model(folder / FILE)


def settings(plan: Plan) -> dict[str, object]:
    """Shallow, shrunk, and a large weight a leaf, for the same reason as in train_lgbm.py."""
    return {
        "objective": "binary:logistic",
        "eval_metric": "logloss",
        "tree_method": "hist",
        "max_depth": plan.xgb_depth,
        "learning_rate": 0.08,
        "min_child_weight": plan.xgb_leaf_weight,
        "subsample": 0.7,
        "colsample_bytree": 0.5,
        "reg_lambda": 10.0,
        "max_bin": 256,
        "seed": plan.seed,
        "nthread": 2,
        "verbosity": 0,
    }


def train(training: list[World], stopping: list[World], plan: Plan) -> XgBoost:
    """Fits on the training worlds; the stopping worlds say when to end."""
    names = training[0].feature_names
    features, labels = stack(training, "teaches")
    data = xgboost.QuantileDMatrix(with_weekdays(features, names), labels, missing=np.nan, max_bin=256, nthread=2)
    held_features, held_labels = stack(stopping, "measures")
    held = xgboost.QuantileDMatrix(with_weekdays(held_features, names), held_labels, missing=np.nan, max_bin=256, nthread=2, ref=data)
    booster = xgboost.train(
        settings(plan),
        data,
        num_boost_round=plan.xgb_rounds,
        evals=[(held, "held")],
        early_stopping_rounds=PATIENCE,
        verbose_eval=False,
    )
    return XgBoost(booster[: booster.best_iteration + 1])


def load(folder: Path) -> XgBoost:
    return XgBoost(xgboost.Booster(model_file=str(folder / FILE)))
