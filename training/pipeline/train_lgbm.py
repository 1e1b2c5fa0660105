"""LightGBM: boosted trees grown leaf by leaf."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import lightgbm
import numpy as np
import onnx

from .columns import tree_column_names, with_weekdays
from .dataset import World, stack
from .early_answers import Scoring
from .plan import Plan
from .tree_ensemble import from_lightgbm
from .tree_graph import tree_graph

FILE = "lgbm.txt"
PATIENCE = 40


class LightGbm:
    """A trained booster."""

    reads: Literal["rows", "series"] = "rows"

    def __init__(self, booster: lightgbm.Booster) -> None:
        self.booster = booster
        self.trees = booster.num_trees()

    def margins_of(self, matrix: np.ndarray, trees: int | None = None) -> np.ndarray:
        """Log-odds of rows as the trees read them, by all trees or the first ones."""
        return np.asarray(self.booster.predict(matrix, raw_score=True, num_iteration=trees, num_threads=2), dtype=np.float64)

    def margins(self, world: World) -> np.ndarray:
        return self.margins_of(with_weekdays(world.features, world.feature_names))

    def margins_of_first(self, trees: int, world: World) -> np.ndarray:
        return self.margins_of(with_weekdays(world.features, world.feature_names), trees)

    def graph(self, names: tuple[str, ...], scoring: Scoring) -> onnx.ModelProto:
        return tree_graph(from_lightgbm(self.booster.dump_model()), names, scoring, averages=False)

    def save(self, folder: Path) -> None:
        self.booster.save_model(folder / FILE)


def settings(plan: Plan) -> dict[str, object]:
    """Large leaves and strong shrinkage: rows of one store-item are near copies of each other."""
    return {
        "objective": "binary",
        "metric": "binary_logloss",
        "learning_rate": 0.08,
        "num_leaves": plan.lgbm_leaves,
        "min_data_in_leaf": plan.lgbm_leaf_rows,
        "feature_fraction": 0.4,
        "bagging_fraction": 0.7,
        "bagging_freq": 1,
        "lambda_l2": 20.0,
        "max_bin": 255,
        "seed": plan.seed,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": 2,
        "verbosity": -1,
    }


def train(training: list[World], stopping: list[World], plan: Plan) -> LightGbm:
    """Fits on the training worlds; the stopping worlds say when to end."""
    names = training[0].feature_names
    features, labels = stack(training, "teaches")
    held, held_labels = stack(stopping, "measures")
    return fit(with_weekdays(features, names), labels, with_weekdays(held, names), held_labels, tree_column_names(names), plan)


def fit(matrix: np.ndarray, labels: np.ndarray, held: np.ndarray, held_labels: np.ndarray, names: list[str], plan: Plan) -> LightGbm:
    """Fits on a matrix of any columns: the ceiling uses the same learner with more of them."""
    data = lightgbm.Dataset(matrix, labels, feature_name=names, params={"verbosity": -1, "max_bin": 255})
    held_data = lightgbm.Dataset(held, held_labels, reference=data)
    booster = lightgbm.train(
        settings(plan),
        data,
        num_boost_round=plan.lgbm_rounds,
        valid_sets=[held_data],
        callbacks=[lightgbm.early_stopping(PATIENCE, verbose=False)],
    )
    # Only the trees up to the best round are kept, so that every later use means the same model.
    return LightGbm(lightgbm.Booster(model_str=booster.model_to_string(num_iteration=booster.best_iteration)))


def load(folder: Path) -> LightGbm:
    return LightGbm(lightgbm.Booster(model_file=str(folder / FILE)))
