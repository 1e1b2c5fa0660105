"""Splits on the weekday send every row where splits on its indicators did."""

from __future__ import annotations

import numpy as np
import pytest
from made_worlds import NAMES

from pipeline import weekday_splits
from pipeline.columns import WEEKDAY, tree_column_names, with_weekdays
from pipeline.tree_ensemble import TreeEnsemble
from pipeline.weekday_splits import on_features


def drawn_trees(seed: int, mode: str, trees: int = 6, depth: int = 5) -> TreeEnsemble:
    """Full trees whose splits ask mostly for indicators, some for another column."""
    generator = np.random.default_rng(seed)
    indicators = [at for at, name in enumerate(tree_column_names(NAMES)) if name.startswith(WEEKDAY)]
    per_tree = 2 ** (depth + 1) - 1
    node = np.tile(np.arange(per_tree), trees)
    is_leaf = node >= 2**depth - 1
    of_day = ~is_leaf & (generator.random(len(node)) < 0.7)
    feature = np.where(of_day, generator.choice(indicators, len(node)), 1)
    feature[is_leaf] = 0
    split = np.where(of_day, generator.choice([1e-35, 0.5], len(node)), generator.integers(0, 3, len(node)))
    return TreeEnsemble(
        mode=mode,
        base=0.25,
        tree=np.repeat(np.arange(trees), per_tree),
        node=node,
        feature=feature,
        threshold=np.where(is_leaf, 0, split).astype(np.float32),
        left=np.where(is_leaf, 0, 2 * node + 1),
        right=np.where(is_leaf, 0, 2 * node + 2),
        missing_left=generator.random(len(node)) < 0.5,
        is_leaf=is_leaf,
        weight=np.where(is_leaf, generator.normal(size=len(node)), 0),
    )


def total(ensemble: TreeEnsemble, row: np.ndarray) -> float:
    """The sum of the leaves that a row reaches, walked node by node."""
    at = {key: i for i, key in enumerate(zip(ensemble.tree.tolist(), ensemble.node.tolist(), strict=True))}
    result = ensemble.base
    for tree in np.unique(ensemble.tree):
        i = at[tree, 0]
        while not ensemble.is_leaf[i]:
            value, threshold = row[ensemble.feature[i]], ensemble.threshold[i]
            below = value <= threshold if ensemble.mode == "BRANCH_LEQ" else value < threshold
            left = ensemble.missing_left[i] if np.isnan(value) else below
            i = at[tree, (ensemble.left if left else ensemble.right)[i]]
        result += float(ensemble.weight[i])
    return result


@pytest.mark.parametrize("mode", ["BRANCH_LEQ", "BRANCH_LT"])
@pytest.mark.parametrize("seed", range(4))
def test_every_row_reaches_the_same_leaves(mode: str, seed: int, monkeypatch) -> None:
    monkeypatch.setattr(weekday_splits, "MOST_GROWTH", 50)
    ensemble = drawn_trees(seed, mode)
    split = on_features(ensemble, NAMES)
    assert split is not None
    assert split.nodes > ensemble.nodes
    assert split.feature.max() < len(NAMES)
    assert np.array_equal(np.sort(split.tree), split.tree)
    generator = np.random.default_rng(seed)
    for day in [*range(7), np.nan]:
        for sold in (0, 1, 2, 3, np.nan):
            features = generator.normal(size=(1, len(NAMES))).astype(np.float32)
            features[0, NAMES.index(WEEKDAY)], features[0, 1] = day, sold
            assert total(split, features[0]) == pytest.approx(total(ensemble, with_weekdays(features, NAMES)[0]), abs=1e-12)


def test_trees_that_would_grow_much_stay_as_they_are() -> None:
    assert on_features(drawn_trees(1, "BRANCH_LEQ"), NAMES) is None
    few = drawn_trees(2, "BRANCH_LEQ")
    # One split on a middle day, above leaves alone: a node and a leaf more.
    few.feature[~few.is_leaf] = 1
    few.feature[np.flatnonzero(few.node == 20)[0]] = tree_column_names(NAMES).index(f"{WEEKDAY}_3")
    grown = on_features(few, NAMES)
    assert grown is not None
    assert grown.nodes == few.nodes + 2


def test_a_split_that_tells_no_day_apart_is_refused() -> None:
    ensemble = drawn_trees(1, "BRANCH_LEQ")
    ensemble.threshold[:] = 1.5
    with pytest.raises(ValueError, match="does not tell a day"):
        on_features(ensemble, NAMES)
