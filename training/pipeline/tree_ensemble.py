"""Trees of LightGBM, XGBoost and scikit-learn in one form, read without losing a bit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class TreeEnsemble:
    """A sum of trees. One entry a node; children are node numbers inside the node's tree.

    A row goes left where `value <= threshold` (mode "BRANCH_LEQ") or `value < threshold`
    ("BRANCH_LT"), both in float32; a missing value goes left where `missing_left`.
    """

    mode: str
    base: float
    tree: np.ndarray
    node: np.ndarray
    feature: np.ndarray
    threshold: np.ndarray
    left: np.ndarray
    right: np.ndarray
    missing_left: np.ndarray
    is_leaf: np.ndarray
    #: What a leaf adds; 0 in inner nodes.
    weight: np.ndarray

    @property
    def nodes(self) -> int:
        return len(self.node)


def floor_to_float32(values: np.ndarray) -> np.ndarray:
    """The largest float32 at or below each float64.

    For a float32 x, `x <= t` in float64 and `x <= floor(t)` in float32 are the same question;
    with t rounded to the nearest float32 they are not.
    """
    with np.errstate(over="ignore"):
        # LightGBM writes 1e300 for "always": infinity here, brought back to the largest float32 below.
        nearest = values.astype(np.float32)
    above = nearest.astype(np.float64) > values
    return np.where(above, np.nextafter(nearest, np.float32(-np.inf)), nearest).astype(np.float32)


class _Builder:
    """Collects nodes of tree after tree."""

    def __init__(self) -> None:
        self.columns: dict[str, list[Any]] = {
            name: [] for name in ("tree", "node", "feature", "threshold", "left", "right", "missing_left", "is_leaf", "weight")
        }

    def add(self, **node: Any) -> None:
        for name, values in self.columns.items():
            values.append(node.get(name, 0))

    def build(self, mode: str, base: float) -> TreeEnsemble:
        c = self.columns
        return TreeEnsemble(
            mode=mode,
            base=base,
            tree=np.array(c["tree"], dtype=np.int64),
            node=np.array(c["node"], dtype=np.int64),
            feature=np.array(c["feature"], dtype=np.int64),
            threshold=floor_to_float32(np.array(c["threshold"], dtype=np.float64)),
            left=np.array(c["left"], dtype=np.int64),
            right=np.array(c["right"], dtype=np.int64),
            missing_left=np.array(c["missing_left"], dtype=bool),
            is_leaf=np.array(c["is_leaf"], dtype=bool),
            weight=np.array(c["weight"], dtype=np.float64),
        )


def from_lightgbm(dump: dict[str, Any]) -> TreeEnsemble:
    """From `Booster.dump_model()` of a binary objective; the sum is the margin (log-odds)."""
    builder = _Builder()
    for number, info in enumerate(dump["tree_info"]):
        _add_lightgbm_tree(builder, number, info["tree_structure"])
    return builder.build("BRANCH_LEQ", 0.0)


def _add_lightgbm_tree(builder: _Builder, tree: int, root: dict[str, Any]) -> None:
    """Breadth first, so that node numbers are known when their parent is written."""
    waiting = [root]
    numbers = 1
    at = 0
    while at < len(waiting):
        node = waiting[at]
        if "leaf_value" in node and "split_feature" not in node:
            builder.add(tree=tree, node=at, is_leaf=True, weight=node["leaf_value"])
        else:
            if node["decision_type"] != "<=":
                raise ValueError(f"unexpected decision {node['decision_type']}")
            # Without missing values in training, LightGBM reads NaN as 0.
            missing = node["missing_type"]
            if missing == "Zero":
                raise ValueError("zero_as_missing cannot be exported")
            missing_left = node["default_left"] if missing == "NaN" else node["threshold"] >= 0
            builder.add(
                tree=tree,
                node=at,
                feature=node["split_feature"],
                threshold=node["threshold"],
                left=numbers,
                right=numbers + 1,
                missing_left=missing_left,
            )
            waiting += [node["left_child"], node["right_child"]]
            numbers += 2
        at += 1


def from_xgboost(model: dict[str, Any], rounds: int) -> TreeEnsemble:
    """From the parsed JSON of `Booster.save_model`; the first `rounds` trees of binary:logistic."""
    learner = model["learner"]
    base_score = np.array([learner["learner_model_param"]["base_score"].strip("[]")], dtype=np.float32).astype(np.float64)[0]
    builder = _Builder()
    for number, tree in enumerate(learner["gradient_booster"]["model"]["trees"][:rounds]):
        left, right = tree["left_children"], tree["right_children"]
        for at in range(len(left)):
            condition = tree["split_conditions"][at]
            if left[at] == -1:
                builder.add(tree=number, node=at, is_leaf=True, weight=condition)
            else:
                builder.add(
                    tree=number,
                    node=at,
                    feature=tree["split_indices"][at],
                    # The file prints a float32: read back as one, flooring must not move it.
                    threshold=float(np.float32(condition)),
                    left=left[at],
                    right=right[at],
                    missing_left=tree["default_left"][at] == 1,
                )
    return builder.build("BRANCH_LT", float(np.log(base_score / (1 - base_score))))


def from_forest(forest: Any) -> TreeEnsemble:
    """From a scikit-learn RandomForestClassifier of two classes; the sum is the mean probability of class 1."""
    builder = _Builder()
    trees = len(forest.estimators_)
    for number, estimator in enumerate(forest.estimators_):
        tree = estimator.tree_
        # sklearn keeps shares of classes; older releases kept counts.
        shares = tree.value[:, 0, :]
        positive = shares[:, 1] / shares.sum(axis=1)
        for at in range(tree.node_count):
            if tree.children_left[at] == -1:
                builder.add(tree=number, node=at, is_leaf=True, weight=positive[at] / trees)
            else:
                builder.add(
                    tree=number,
                    node=at,
                    feature=int(tree.feature[at]),
                    threshold=float(tree.threshold[at]),
                    left=int(tree.children_left[at]),
                    right=int(tree.children_right[at]),
                    missing_left=bool(tree.missing_go_to_left[at]),
                )
    return builder.build("BRANCH_LEQ", 0.0)
