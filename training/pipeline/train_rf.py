"""Random Forest: many deep trees on random parts of the rows and columns, averaged."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import joblib
import numpy as np
import onnx
from sklearn.ensemble import RandomForestClassifier

from .calibrate import margin_of_probability
from .columns import with_weekdays
from .dataset import World, stack
from .early_answers import Scoring
from .plan import Plan
from .tree_ensemble import from_forest
from .tree_graph import tree_graph

FILE = "rf.joblib"


class RandomForest:
    """A trained forest. Missing values have their own way at every split, in the graph as well."""

    reads: Literal["rows", "series"] = "rows"

    def __init__(self, forest: RandomForestClassifier) -> None:
        self.forest = forest
        self.trees = len(forest.estimators_)

    def margins(self, world: World) -> np.ndarray:
        matrix = with_weekdays(world.features, world.feature_names)
        return margin_of_probability(self.forest.predict_proba(matrix)[:, 1])

    def margins_of_first(self, trees: int, world: World) -> np.ndarray:
        matrix = with_weekdays(world.features, world.feature_names)
        shares = (tree.predict_proba(matrix)[:, 1] for tree in self.forest.estimators_[:trees])
        return margin_of_probability(sum(shares) / trees)

    def graph(self, names: tuple[str, ...], scoring: Scoring) -> onnx.ModelProto:
        return tree_graph(from_forest(self.forest), names, scoring, averages=True)

    def save(self, folder: Path) -> None:
        joblib.dump(self.forest, folder / FILE, compress=3)


def train(training: list[World], stopping: list[World], plan: Plan) -> RandomForest:
    """Fits on a sample of the training rows. Nothing stops it early, so the stopping worlds go unused.

    The number of leaves is bounded because a browser pays about 5.5 microseconds a node when a
    session is made: `rf_trees` x `rf_leaves` x 2 stays near 100,000 nodes.
    """
    names = training[0].feature_names
    features, labels = stack(training, "teaches")
    generator = np.random.default_rng(plan.seed)
    if len(labels) > plan.rf_rows:
        chosen = np.sort(generator.choice(len(labels), plan.rf_rows, replace=False))
        features, labels = features[chosen], labels[chosen]
    forest = RandomForestClassifier(
        n_estimators=plan.rf_trees,
        max_leaf_nodes=plan.rf_leaves,
        min_samples_leaf=plan.rf_leaf_rows,
        max_features=0.3,
        max_samples=0.35,
        n_jobs=2,
        random_state=plan.seed % 2**31,
    )
    forest.fit(with_weekdays(features, names), labels > 0)
    return RandomForest(forest)


def load(folder: Path) -> RandomForest:
    return RandomForest(joblib.load(folder / FILE))
