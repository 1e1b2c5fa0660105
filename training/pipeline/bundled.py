"""Scores and labels of the test worlds, for the Thresholds screen when an extract has no labels."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from .scored_set import ScoredSet

FORMAT_VERSION = 1


def write_bundled(scored: ScoredSet, models: list[str], folder: Path) -> None:
    """test-worlds.bin: float32 scores model by model, then uint8 labels; test-worlds.json says how many.

    These are the very rows that results.json measures as `test`.
    """
    scores = [scored.scores[model].astype("<f4").tobytes() for model in models]
    (folder / "test-worlds.bin").write_bytes(b"".join([*scores, (scored.label > 0).astype(np.uint8).tobytes()]))
    positives = int((scored.label > 0).sum())
    described = {
        "format_version": FORMAT_VERSION,
        "rows": scored.rows,
        "models": models,
        "positives": positives,
        "description": (
            f"{scored.rows:,} candidate rows of {scored.worlds} simulated store groups that no model learned from, "
            f"{positives:,} of them phantom"
        ),
    }
    (folder / "test-worlds.json").write_text(json.dumps(described, indent=2) + "\n")
