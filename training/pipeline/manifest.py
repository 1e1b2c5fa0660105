"""model.json: what a folder's graph reads and gives, where it comes from, how good it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from .export import GRAPH_FILE
from .graph import INPUT, OUTPUT
from .measures import calibration_bins, reliability
from .score import features_read, open_graph
from .stability import shares_at_or_below, stability

FORMAT_VERSION = 1
#: Nineteen of twenty training worlds stand no further from them all than `psi_of_worlds` says.
PART_OF_WORLDS = 0.95
#: Rows of each world that are looked at for that, about.
ROWS_OF_A_WORLD = 5_000
METRICS = ("precision", "recall", "f1", "auc", "average_precision", "calibration_error")


def write_manifest(
    folder: Path,
    model_id: str,
    name: str,
    reads: str,
    trained: dict[str, Any],
    measured: dict[str, Any],
    bins: list[dict[str, float | int]],
    quantiles: dict[str, Any],
) -> None:
    """Writes model.json beside the graph, whose hash it holds."""
    graph = (folder / GRAPH_FILE).read_bytes()
    # A model that never alerts on the test worlds has no precision there: anything is possible.
    unknown = {"value": 0, "low": 0, "high": 1}
    manifest = {
        "format_version": FORMAT_VERSION,
        "id": model_id,
        "name": name,
        "reads": reads,
        "input": INPUT,
        "output": OUTPUT,
        "features": list(features_read(open_graph(folder / GRAPH_FILE))),
        "graph": {"file": GRAPH_FILE, "sha256": hashlib.sha256(graph).hexdigest(), "bytes": len(graph)},
        "trained": trained,
        "metrics": {metric: measured[metric] or unknown for metric in METRICS},
        "calibration": bins,
        "feature_quantiles": quantiles,
    }
    (folder / "model.json").write_text(json.dumps(manifest, indent=1) + "\n")


def reliability_bins(probability: np.ndarray, label: np.ndarray) -> list[dict[str, float | int]]:
    """Ten bins of equal mass by probability: what was promised, what was seen."""
    table = reliability(probability, label, np.ones(len(label)), calibration_bins(probability))
    return [
        {"mean_probability": round(float(mean), 6), "observed_rate": round(float(rate), 6), "rows": int(rows)} for mean, rate, rows in table
    ]


def feature_quantiles(features: np.ndarray, names: tuple[str, ...], worlds: Sequence[np.ndarray] = ()) -> dict[str, Any]:
    """Of every feature on the training rows: deciles 0, .1, ... 1, shares at or below them, the share missing.

    Where the rows are of several `worlds`, each with its rows of `features`, also how far single
    worlds stand from them all (`psi_of_worlds`): drift is judged by it.
    """
    sample = features if len(features) <= 200_000 else features[:: len(features) // 200_000 + 1]
    parts = [world[:: len(world) // ROWS_OF_A_WORLD + 1] for world in worlds if len(world) > 0]
    result: dict[str, Any] = {}
    for at, name in enumerate(names):
        column = sample[:, at]
        known = column[~np.isnan(column)]
        deciles = np.quantile(known, np.linspace(0, 1, 11)) if len(known) else np.array([])
        written = np.array([float(f"{value:.5g}") for value in deciles])
        learned = {
            "deciles": written.tolist(),
            "at_or_below": np.round(shares_at_or_below(known, written), 5).tolist(),
            "missing": round(1 - len(known) / max(1, len(column)), 5),
        }
        result[name] = learned
        if parts and len(known):
            distances = [stability(part[:, at], learned) for part in parts]
            result[name]["psi_of_worlds"] = round(float(np.quantile(distances, PART_OF_WORLDS)), 4)
    return result
