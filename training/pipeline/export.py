"""From a trained model to its folder: calibrate, pick the threshold, write the graph, check it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx

from .calibrate import fit_platt, pick_threshold
from .dataset import World
from .early_answers import EDGE, Scoring, far_below, find_early_answers, tree_counts
from .native import NativeModel, TreeModel
from .plan import PRECISION_FLOOR
from .score import open_graph, score_world

GRAPH_FILE, THRESHOLD_FILE = "pipeline.onnx", "threshold.json"

#: The graph may differ by no more than this from the library that trained the model.
TOLERANCE = 1e-5


def export(model: NativeModel, calibration: list[World], kinds: list[str], folder: Path, native_folder: Path) -> None:
    """Writes pipeline.onnx and threshold.json into `folder`; stops if the graph is not the model.

    `kinds` says of every calibration world what kind it is: the threshold reaches the floor on each kind.
    """

    def measured(values: list[np.ndarray]) -> np.ndarray:
        return np.concatenate([column[world.measures] for column, world in zip(values, calibration, strict=True)])

    label = measured([world.label for world in calibration])
    kind = measured([np.repeat(name, world.rows) for name, world in zip(kinds, calibration, strict=True)])
    margin = measured([model.margins(world) for world in calibration])
    platt = fit_platt(margin, label)
    whole = platt.probability(margin)
    of_whole = pick_threshold(whole.astype(np.float32), label, PRECISION_FLOOR, kind)
    counts = tree_counts(model.trees) if isinstance(model, TreeModel) else []
    of_first = {count: measured([model.margins_of_first(count, world) for world in calibration]) for count in counts}
    scoring = Scoring(platt, find_early_answers(of_first, whole, far_below(of_whole)))
    scoring.save(native_folder)

    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(model.graph(calibration[0].feature_names, scoring), folder / GRAPH_FILE)
    worst = check_graph(model, folder / GRAPH_FILE, calibration, scoring)
    early = "".join(f", {answer.settled:.1%} of rows settled by {answer.trees} trees" for answer in scoring.early)
    print(f"  {folder.name}: graph and library agree to {worst:.1e}{early}", flush=True)

    probability = measured([scoring.probability(model, world) for world in calibration])
    threshold = pick_threshold(probability.astype(np.float32), label, PRECISION_FLOOR, kind)
    written = {
        "precision_floor_threshold": threshold.value,
        "precision_floor": PRECISION_FLOOR,
        "floor_reached": threshold.reached,
        "picked_on": {
            "worlds": len(calibration),
            "kinds": sorted(set(kinds)),
            "candidates": len(label),
            "positives": int((label > 0).sum()),
            "precision": round(threshold.precision, 5),
            "recall": round(threshold.recall, 5),
        },
    }
    (folder / THRESHOLD_FILE).write_text(json.dumps(written, indent=2) + "\n")


def check_graph(model: NativeModel, path: Path, worlds: list[World], scoring: Scoring) -> float:
    """Largest difference between graph and library over all rows; more than TOLERANCE stops the training.

    A row whose margin stands at the limit of an early answer may be on either side of it.
    """
    session = open_graph(path)
    worst = 0.0
    for world in worlds:
        got = score_world(session, model.reads, world)
        sides = [np.abs(got - scoring.probability(model, world, shift)) for shift in ((-EDGE, EDGE) if scoring.early else (0.0,))]
        worst = max(worst, float(np.minimum.reduce(sides).max()))
    if not worst <= TOLERANCE:
        raise SystemExit(f"{path} differs from the trained model by {worst:.2e}, more than {TOLERANCE:.0e}.")
    return worst


def load_threshold(folder: Path) -> float:
    """The shipped threshold of a model folder."""
    return float(json.loads((folder / THRESHOLD_FILE).read_text())["precision_floor_threshold"])
