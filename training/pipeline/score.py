"""Scores by the exported graphs, in batches as the browser makes them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnxruntime

from .dataset import World
from .graph import FEATURES, INPUT, OUTPUT
from .train_lstm import pad, series_batches

ROW_BATCH = 4096


def open_graph(path: Path) -> onnxruntime.InferenceSession:
    """A session on the CPU with two threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def features_read(session: onnxruntime.InferenceSession) -> tuple[str, ...]:
    """The names of the features that a graph reads, in the order of its columns, as the graph itself says."""
    told = session.get_modelmeta().custom_metadata_map.get(FEATURES)
    if told is None:
        raise SystemExit("A graph does not tell which features it reads: an older version of this project wrote it. Train it again.")
    return tuple(json.loads(told))


def score_world(session: onnxruntime.InferenceSession, reads: str, world: World) -> np.ndarray:
    """Calibrated probability of every row, float32."""
    scores = np.empty(world.rows, dtype=np.float32)
    names = features_read(session)
    columns = slice(None) if names == world.feature_names else [world.feature_names.index(name) for name in names]
    if reads == "rows":
        for start in range(0, world.rows, ROW_BATCH):
            end = min(world.rows, start + ROW_BATCH)
            scores[start:end] = session.run([OUTPUT], {INPUT: world.features[start:end][:, columns]})[0][:, 0]
        return scores
    for batch in series_batches(world):
        answers = session.run([OUTPUT], {INPUT: pad(world.features, batch)[..., columns]})[0]
        for place, (start, end) in enumerate(batch):
            scores[start:end] = answers[place, : end - start, 0]
    return scores
