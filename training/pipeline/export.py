"""From a trained model to its folder: calibrate, pick the threshold, write the graph, check it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx

from .calibrate import Platt, fit_platt, pick_threshold
from .dataset import World
from .native import NativeModel
from .plan import PRECISION_FLOOR
from .score import open_graph, score_world

GRAPH_FILE, THRESHOLD_FILE, PLATT_FILE = "pipeline.onnx", "threshold.json", "platt.json"

#: The graph may differ by no more than this from the library that trained the model.
TOLERANCE = 1e-5


def export(model: NativeModel, calibration: list[World], kinds: list[str], folder: Path, native_folder: Path) -> None:
    """Writes pipeline.onnx and threshold.json into `folder`; stops if the graph is not the model.

    `kinds` says of every calibration world what kind it is: the threshold reaches the floor on each kind.
    """
    names = calibration[0].feature_names
    masks = [world.measures for world in calibration]
    margins = [model.margins(world) for world in calibration]
    margin = np.concatenate([values[mask] for values, mask in zip(margins, masks, strict=True)])
    label = np.concatenate([world.label[mask] for world, mask in zip(calibration, masks, strict=True)])
    kind = np.concatenate([np.repeat(name, int(mask.sum())) for name, mask in zip(kinds, masks, strict=True)])
    platt = fit_platt(margin, label)
    (native_folder / PLATT_FILE).write_text(json.dumps({"slope": platt.slope, "offset": platt.offset}))

    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(model.graph(names, platt), folder / GRAPH_FILE)
    worst = check_graph(model.reads, folder / GRAPH_FILE, calibration, margins, platt)
    print(f"  {folder.name}: graph and library agree to {worst:.1e}", flush=True)

    threshold = pick_threshold(platt.probability(margin).astype(np.float32), label, PRECISION_FLOOR, kind)
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


def check_graph(reads: str, path: Path, worlds: list[World], margins: list[np.ndarray], platt: Platt) -> float:
    """Largest difference between graph and library over all rows; more than TOLERANCE stops the training."""
    session = open_graph(path)
    worst = 0.0
    for world, margin in zip(worlds, margins, strict=True):
        difference = np.abs(score_world(session, reads, world) - platt.probability(margin))
        worst = max(worst, float(difference.max()))
    if not worst <= TOLERANCE:
        raise SystemExit(f"{path} differs from the trained model by {worst:.2e}, more than {TOLERANCE:.0e}.")
    return worst


def load_platt(native_folder: Path) -> Platt:
    """The calibration that `export` fitted."""
    return Platt(**json.loads((native_folder / PLATT_FILE).read_text()))


def load_threshold(folder: Path) -> float:
    """The shipped threshold of a model folder."""
    return float(json.loads((folder / THRESHOLD_FILE).read_text())["precision_floor_threshold"])
