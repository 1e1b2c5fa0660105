"""What scikit-learn says of the bundled test worlds: the app's own arithmetic is held against it.

Computed from the very float32 scores of test-worlds.bin (src/testing/reference-measures.test.ts).
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import average_precision_score, f1_score, precision_score, recall_score, roc_auc_score

from .export import load_threshold

FORMAT_VERSION = 1

#: Thresholds asked about, beside the shipped one: plain numbers, and shares of rows whose score is the threshold itself.
THRESHOLDS = (0.05, 0.25, 0.5, 0.75, 0.9)
SHARES = (0.5, 0.9, 0.99, 0.999)


def measures_of(score: np.ndarray, label: np.ndarray, thresholds: list[float]) -> dict[str, Any]:
    """Ranking measures, and those of an alert at each threshold: alerts are scores at or above its float32."""
    at = []
    for threshold in thresholds:
        alert = score >= np.float32(threshold)
        figures = {"precision": precision_score, "recall": recall_score, "f1": f1_score}
        at.append({"threshold": threshold, **{name: float(measure(label, alert, zero_division=0)) for name, measure in figures.items()}})
    return {
        "average_precision": float(average_precision_score(label, score)),
        "roc_auc": float(roc_auc_score(label, score)),
        "at": at,
    }


def write_reference_measures(models: Path, golden: Path) -> None:
    """Reads the bundled worlds in the folder `models`; writes measures.json into `golden`."""
    described = json.loads((models / "test-worlds.json").read_text())
    data = (models / "test-worlds.bin").read_bytes()
    rows, ids = described["rows"], described["models"]
    scores = np.frombuffer(data, "<f4", rows * len(ids)).reshape(len(ids), rows)
    label = np.frombuffer(data, np.uint8, rows, len(data) - rows)
    measured = {}
    for model_id, score in zip(ids, scores, strict=True):
        drawn = [float(value) for value in np.quantile(score, SHARES, method="nearest")]
        measured[model_id] = measures_of(score, label, [load_threshold(models / model_id), *THRESHOLDS, *drawn])
    golden.mkdir(parents=True, exist_ok=True)
    written = {"format_version": FORMAT_VERSION, "worlds_sha256": hashlib.sha256(data).hexdigest(), "models": measured}
    (golden / "measures.json").write_text(json.dumps(written, indent=1) + "\n")
