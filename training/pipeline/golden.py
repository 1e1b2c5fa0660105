"""Golden rows: features of whole store-items with the scores of the libraries that trained the models.

The browser's build of the runtime must give the same scores (src/testing/golden.test.ts).
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np

from .dataset import World
from .early_answers import EDGE, Scoring
from .export import load_threshold
from .native import NativeModel

FORMAT_VERSION = 1


def choose_series(worlds: list[World], rows: int, seed: int) -> list[World]:
    """Whole series at random, about the same number of rows from every world, at least `rows` in all."""
    generator = np.random.default_rng(seed)
    chosen: list[World] = []
    for place, world in enumerate(worlds):
        wanted = (rows - sum(part.rows for part in chosen)) / (len(worlds) - place)
        lengths = np.diff(np.r_[world.series_starts, world.rows])
        order = generator.permutation(len(lengths))
        # The first series whose rows reach what is wanted is still taken.
        taken = order[: int(np.searchsorted(np.cumsum(lengths[order]), wanted)) + 1]
        keep = np.zeros(len(lengths), dtype=bool)
        keep[taken] = True
        chosen.append(world.take_series(keep))
    return chosen


def without_edges(world: World, models: list[tuple[NativeModel, Scoring]]) -> World:
    """The world without the series of rows that stand at the limit of an early answer: the last digit decides their side."""
    at_edge = np.zeros(world.rows, dtype=bool)
    for model, scoring in models:
        if scoring.early:
            at_edge |= scoring.probability(model, world, -EDGE) != scoring.probability(model, world, EDGE)
    return world.take_series(~np.logical_or.reduceat(at_edge, world.series_starts))


def byte_planes(values: np.ndarray) -> bytes:
    """float32 [rows, F] column by column, all first bytes, then all second ... : gzip does far better so."""
    flat = np.ascontiguousarray(values.T.astype("<f4")).ravel()
    return np.ascontiguousarray(flat.view(np.uint8).reshape(-1, 4).T).tobytes()


def write_golden(folder: Path, worlds: list[World], models: dict[str, NativeModel], native: Path, out: Path, rows: int, seed: int) -> None:
    """Writes golden.json, features.f32.gz (byte planes, column-major) and scores.f32.gz (model by model)."""
    scorings = {model_id: Scoring.load(native / model_id) for model_id in models}
    of_models = [(model, scorings[model_id]) for model_id, model in models.items()]
    chosen = choose_series([without_edges(world, of_models) for world in worlds], rows, seed)
    folder.mkdir(parents=True, exist_ok=True)
    features = np.concatenate([world.features for world in chosen])
    lengths = np.concatenate([np.diff(np.r_[world.series_starts, world.rows]) for world in chosen])
    scores = []
    for model_id, model in models.items():
        scores.append(np.concatenate([scorings[model_id].probability(model, world) for world in chosen]).astype("<f4"))
    # A fixed time in the gzip header, so that the same seed gives the same bytes.
    (folder / "features.f32.gz").write_bytes(gzip.compress(byte_planes(features), 9, mtime=0))
    (folder / "scores.f32.gz").write_bytes(gzip.compress(np.concatenate(scores).tobytes(), 9, mtime=0))
    described = {
        "format_version": FORMAT_VERSION,
        "rows": len(features),
        "features": list(worlds[0].feature_names),
        "series_lengths": lengths.tolist(),
        "models": list(models),
        "thresholds": {model_id: load_threshold(out / model_id) for model_id in models},
        "missing_share": round(float(np.isnan(features).mean()), 4),
    }
    (folder / "golden.json").write_text(json.dumps(described) + "\n")
