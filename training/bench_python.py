"""The reference job as it is done in Python: pandas, native LightGBM, XGBoost and scikit-learn, onnxruntime.

`python bench_python.py EXTRACT.csv` reads the extract, makes features with pandas and scores every row whose record
claims stock with four models; the last line that it prints is `{"seconds": n, ...parts}`. `npm run bench` runs it
beside the app on the same file.

What makes the two comparable, and what does not:
- The features are as many as the shipped models read and of the same kinds, not the same features: rolling means,
  deviations and shares over 7 to 90 days, decaying rates and how improbable a silence is under them, streaks, ledger,
  receipts, peers and ratios, the way they are usually written in pandas. What has no short form there (the forward
  filter, rates shrunk to peers) is left out, so this side has a little less to compute than ours.
- The tree models have as many trees and leaves as the shipped graphs, but are fitted on the spot, on this extract and
  a label with much noise in it: their answers mean nothing, their cost is that of whole trees for every row. The shipped
  graphs answer rows that are plainly in order by their first trees, which these libraries cannot: what the app saves by
  that is a part of what is compared. The series model is the shipped graph itself.
- Imports, fitting and the opening of models are not timed, as the app has opened its models before a file is dropped.
- Everything runs on two threads, as the app runs two scoring workers.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import lightgbm
import numpy as np
import onnx
import onnxruntime
import xgboost
from sklearn.ensemble import RandomForestClassifier

from bench_features import make_features, read

MODELS = Path(__file__).resolve().parent.parent / "public" / "models"
THREADS = 2
FITTED_ROWS = 60_000
SERIES_A_BATCH = 256


def columns_read(model_id: str, made: int) -> int:
    """How many columns a shipped graph reads; the features made here must be as many."""
    width = onnx.load(MODELS / model_id / "pipeline.onnx").graph.input[0].type.tensor_type.shape.dim[-1].dim_value
    if made < width:
        raise SystemExit(f"{model_id} reads {width} columns and only {made} are made here: bench_features.py lacks some.")
    return width


def tree_size(model_id: str) -> tuple[int, int]:
    """Trees of a shipped graph, and leaves a tree on average."""
    trees = leaves = 0
    for node in onnx.load(MODELS / model_id / "pipeline.onnx").graph.node:
        if node.op_type.startswith("TreeEnsemble"):
            values = {attribute.name: onnx.helper.get_attribute_value(attribute) for attribute in node.attribute}
            trees += len(set(values["nodes_treeids"]))
            leaves += sum(mode == b"LEAF" for mode in values["nodes_modes"])
    return trees, round(leaves / trees)


def fit_trees(matrix: np.ndarray, streak: np.ndarray) -> tuple[lightgbm.Booster, xgboost.Booster, RandomForestClassifier]:
    """Learners of the shipped sizes; so noisy a label that every tree grows all its leaves."""
    generator = np.random.default_rng(11)
    rows = generator.choice(len(matrix), min(FITTED_ROWS, len(matrix)), replace=False)
    inputs = matrix[rows]
    labels = (streak[rows] + generator.normal(0, 8, len(rows)) > 10).astype(np.int32)
    trees, leaves = tree_size("lgbm")
    boosting = {"objective": "binary", "num_leaves": leaves, "min_data_in_leaf": 20, "learning_rate": 0.02, "verbosity": -1}
    lgbm = lightgbm.train(boosting, lightgbm.Dataset(inputs, labels, params={"verbosity": -1}), num_boost_round=trees)
    trees, leaves = tree_size("xgb")
    growing = {"objective": "binary:logistic", "grow_policy": "lossguide", "max_leaves": leaves, "max_depth": 0, "eta": 0.02}
    xgb = xgboost.train({**growing, "nthread": THREADS}, xgboost.QuantileDMatrix(inputs, labels), num_boost_round=trees)
    trees, leaves = tree_size("rf")
    forest = RandomForestClassifier(trees, max_leaf_nodes=leaves, max_features=0.3, max_samples=0.35, n_jobs=THREADS, random_state=3)
    return lgbm, xgb, forest.fit(inputs, labels)


def score_series(session: onnxruntime.InferenceSession, matrix: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """The series model over every store-item from its first day to its last, series of one length together."""
    name = session.get_inputs()[0].name
    lengths = np.diff(starts)
    scores = np.empty(len(matrix), dtype=np.float32)
    for length in np.unique(lengths):
        of_length = starts[:-1][lengths == length]
        for first in range(0, len(of_length), SERIES_A_BATCH):
            rows = of_length[first : first + SERIES_A_BATCH, None] + np.arange(length)
            (answer,) = session.run(None, {name: matrix[rows]})
            scores[rows] = answer[..., 0]
    return scores


class Clock:
    """Seconds by name of the part."""

    def __init__(self) -> None:
        self.parts: dict[str, float] = {}
        self.began = time.perf_counter()

    def restart(self) -> None:
        self.began = time.perf_counter()

    def stop(self, part: str) -> None:
        """Notes what passed since the last stop or restart as `part`."""
        self.parts[part] = round(time.perf_counter() - self.began, 3)
        self.restart()


def main(path: str) -> None:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    session = onnxruntime.InferenceSession(MODELS / "lstm" / "pipeline.onnx", options, providers=["CPUExecutionProvider"])

    clock = Clock()
    frame = read(path)
    clock.stop("read")
    features = make_features(frame)
    matrix = features.to_numpy(dtype=np.float32)
    clock.stop("features")

    made = matrix.shape[1]
    series = matrix[:, : columns_read("lstm", made)]
    matrix = matrix[:, : columns_read("lgbm", made)]
    scored = np.flatnonzero(frame["on_hand"].to_numpy() > 0)
    starts = np.append(np.flatnonzero(features["days_known"].to_numpy() == 0), len(frame))
    lgbm, xgb, forest = fit_trees(matrix[scored], features["days_since_sale"].to_numpy()[scored])

    clock.restart()
    rows = matrix[scored]
    clock.stop("gather")
    lgbm.predict(rows, num_threads=THREADS)
    clock.stop("lgbm")
    xgb.predict(xgboost.DMatrix(rows, nthread=THREADS))
    clock.stop("xgb")
    forest.predict_proba(rows)
    clock.stop("rf")
    score_series(session, series, starts)
    clock.stop("lstm")
    job = {"rows": len(frame), "rows_scored": len(scored), "feature_columns": made}
    print(json.dumps({"seconds": round(sum(clock.parts.values()), 3), **clock.parts, **job}))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python bench_python.py EXTRACT.csv")
    main(sys.argv[1])
