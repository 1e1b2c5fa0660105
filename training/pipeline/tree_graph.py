"""Sums and means of trees as ONNX graphs, rows that are plainly in order answered by the first trees."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx

from .calibrate import MARGIN_LIMIT
from .columns import tree_columns
from .early_answers import Scoring
from .graph import INPUT, GraphParts, add_calibrated_margin, add_probability, add_weekdays
from .tree_ensemble import TreeEnsemble
from .weekday_splits import on_features

#: Nodes of the trees that one operator sums, at most. Measured in the browser's runtime: from 1,500 to 5,000 is as good.
NODES_A_PIECE = 3_000

#: Key of a graph's metadata: early answers, as a JSON list of their trees and the share of calibration rows settled by then.
EARLY_ANSWERS = "early_answers"


def pieces_of(tree: np.ndarray) -> list[np.ndarray]:
    """Masks of nodes, by the tree of each: whole trees in their order, as many as stay below NODES_A_PIECE, at least one."""
    sizes = np.bincount(tree)
    piece_of_tree = np.empty(len(sizes), dtype=np.int64)
    piece, filled = -1, NODES_A_PIECE
    for at, size in enumerate(sizes):
        if filled + size > NODES_A_PIECE:
            piece, filled = piece + 1, 0
        piece_of_tree[at] = piece
        filled += size
    return [piece_of_tree[tree] == at for at in range(piece + 1)]


def tree_graph(ensemble: TreeEnsemble, names: tuple[str, ...], scoring: Scoring, averages: bool) -> onnx.ModelProto:
    """[rows, features] -> [rows, 1]. As regressors that sum: exact, and faster than the classifier operator.

    The runtime walks a row through all trees of an operator before it takes the next row, so that a large operator's
    nodes are fetched again for every row. Pieces of a few thousand nodes stay near the core: 13 to 25 % less time.
    After the trees of an early answer only rows above its limit go on; every row keeps its place.

    `averages`: the trees' sum is a mean probability, as a forest's is, and not log-odds.
    """
    parts = GraphParts()
    ensemble, rows = _on_graph_columns(parts, ensemble, names)
    so_far = parts.scalar("base", ensemble.base)
    trees = int(ensemble.tree.max()) + 1
    answers: list[tuple[str, str]] = []
    first = 0
    for stage, answer in enumerate(scoring.early):
        so_far = _add_sum(parts, ensemble, (first, answer.trees), rows, so_far, stage)
        margin = _add_margin(parts, so_far, trees / answer.trees, stage) if averages else so_far
        answered = add_calibrated_margin(parts, margin, answer.platt, f"_{stage}")
        going = _add_rows_above(parts, margin, answer.at_most, stage)
        answers.append((answered, going))
        rows = parts.node("Gather", [rows, going], f"columns_{stage}", axis=0)
        so_far = parts.node("Gather", [so_far, going], f"going_sum_{stage}", axis=0)
        first = answer.trees
    last = len(scoring.early)
    so_far = _add_sum(parts, ensemble, (first, trees), rows, so_far, last)
    margin = _add_margin(parts, so_far, 1.0, last) if averages else so_far
    final = add_calibrated_margin(parts, margin, scoring.platt, f"_{last}")
    for stage, (answered, going) in reversed(list(enumerate(answers))):
        parts.node("Unsqueeze", [going, "row_axis"], f"places_{stage}")
        final = parts.node("ScatterElements", [answered, f"places_{stage}", final], f"answers_{stage}", axis=0)
    add_probability(parts, final)
    told = [{"trees": answer.trees, "of": trees, "settled": answer.settled} for answer in scoring.early]
    return parts.model(["rows", len(names)], ["rows", 1], names, **{EARLY_ANSWERS: told})


def early_answers_of(path: Path) -> list[dict[str, Any]]:
    """What a graph file tells of its early answers (`trees`, `of` all trees, `settled` share of rows); none where it has none."""
    told = {prop.key: prop.value for prop in onnx.load(path).metadata_props}
    return json.loads(told.get(EARLY_ANSWERS, "[]"))


def _on_graph_columns(parts: GraphParts, ensemble: TreeEnsemble, names: tuple[str, ...]) -> tuple[TreeEnsemble, str]:
    """The trees with `feature` a column of the rows that they read, and what holds these: the input, or one with weekday indicators."""
    on_input = on_features(ensemble, names)
    if on_input is not None:
        return on_input, INPUT
    rows = parts.node("Concat", [INPUT, add_weekdays(parts, names)], "columns", axis=1)
    position = np.where(ensemble.is_leaf, 0, tree_columns(names)[ensemble.feature])
    return replace(ensemble, feature=position), rows


def _add_sum(parts: GraphParts, ensemble: TreeEnsemble, trees: tuple[int, int], rows: str, so_far: str, stage: int) -> str:
    """Adds the trees from the first to before the second number to what was summed so far."""
    chosen = np.flatnonzero((ensemble.tree >= trees[0]) & (ensemble.tree < trees[1]))
    pieces = [chosen[piece] for piece in pieces_of(ensemble.tree[chosen] - trees[0])]
    sums = [_add_trees(parts, ensemble, piece, rows, f"sum_{stage}_{at}") for at, piece in enumerate(pieces)]
    return parts.node("Sum", [*sums, so_far], f"sum_{stage}")


def _add_trees(parts: GraphParts, ensemble: TreeEnsemble, piece: np.ndarray, rows: str, output: str) -> str:
    """Adds one operator that sums the trees of `piece`, positions of nodes."""
    is_leaf = ensemble.is_leaf[piece]
    leaves = piece[is_leaf]
    return parts.node(
        "TreeEnsembleRegressor",
        [rows],
        output,
        domain="ai.onnx.ml",
        n_targets=1,
        aggregate_function="SUM",
        post_transform="NONE",
        nodes_treeids=ensemble.tree[piece].tolist(),
        nodes_nodeids=ensemble.node[piece].tolist(),
        nodes_featureids=np.where(is_leaf, 0, ensemble.feature[piece]).tolist(),
        nodes_values=np.where(is_leaf, 0, ensemble.threshold[piece]).astype(np.float32).tolist(),
        nodes_modes=["LEAF" if leaf else ensemble.mode for leaf in is_leaf],
        nodes_truenodeids=ensemble.left[piece].tolist(),
        nodes_falsenodeids=ensemble.right[piece].tolist(),
        nodes_missing_value_tracks_true=ensemble.missing_left[piece].astype(int).tolist(),
        target_treeids=ensemble.tree[leaves].tolist(),
        target_nodeids=ensemble.node[leaves].tolist(),
        target_ids=[0] * len(leaves),
        target_weights=ensemble.weight[leaves].astype(np.float32).tolist(),
    )


def _add_margin(parts: GraphParts, total: str, scale: float, stage: int) -> str:
    """log(p / (1 - p)) of p = scale * total, with p held away from 0 and 1 as in `margin_of_probability`."""
    probability = parts.node("Mul", [total, parts.scalar(f"scale_{stage}", scale)], f"mean_{stage}")
    low, high = parts.scalar(f"lowest_{stage}", MARGIN_LIMIT), parts.scalar(f"highest_{stage}", 1 - MARGIN_LIMIT)
    held = parts.node("Clip", [probability, low, high], f"held_{stage}")
    rest = parts.node("Sub", [parts.scalar(f"one_{stage}", 1.0), held], f"rest_{stage}")
    logarithms = parts.node("Log", [held], f"log_held_{stage}"), parts.node("Log", [rest], f"log_rest_{stage}")
    return parts.node("Sub", list(logarithms), f"margin_{stage}")


def _add_rows_above(parts: GraphParts, margin: str, limit: float, stage: int) -> str:
    """Positions [rows that go on] of the rows whose margin [rows, 1] is above the limit."""
    if stage == 0:
        parts.constant("first_axis", np.array([0], dtype=np.int64))
        parts.constant("row_axis", np.array([1], dtype=np.int64))
    parts.node("Greater", [margin, parts.scalar(f"limit_{stage}", limit)], f"goes_on_{stage}")
    parts.node("Squeeze", [f"goes_on_{stage}", "row_axis"], f"going_{stage}")
    parts.node("NonZero", [f"going_{stage}"], f"places_in_row_{stage}")
    return parts.node("Squeeze", [f"places_in_row_{stage}", "first_axis"], f"rows_{stage}")
