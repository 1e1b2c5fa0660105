"""Simulated store-items beside the user's own, where those are few: a smaller part of what is learned."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from ..dataset import World, load_split
from ..features import make_features
from ..workspace import TRAINING

WORLDS, ROWS = 12, 20_000

#: Simulated rows that teach, for each own row that does: one in three of all. Rows are drawn and not
#: weighted, by whole store-items, which comes to the same and needs nothing of the learners.
SHARE = 0.5


def make_simulated(folder: Path, seed: int) -> list[World]:
    """Simulates training worlds into `folder` and makes their features."""
    worlds = folder / "worlds"
    worlds.mkdir(parents=True, exist_ok=True)
    for old in worlds.iterdir():
        old.unlink()
    command = [sys.executable, "-m", "simulator", "worlds", "--split", "train", "--worlds", str(WORLDS), "--rows", str(ROWS)]
    command += ["--seed", str(seed), "--out", str(worlds)]
    subprocess.run(command, cwd=TRAINING, env={**os.environ, "PYTHONPATH": str(TRAINING)}, check=True, stdout=subprocess.DEVNULL)
    make_features(sorted(worlds.glob("*.csv")), folder / "features")
    return load_split(folder / "features", "train")


def take_part(worlds: list[World], own_rows: int, seed: int) -> list[World]:
    """Whole series at random from every world, with about SHARE x `own_rows` rows that teach; all where there are fewer."""
    available = sum(int(world.teaches.sum()) for world in worlds)
    share = min(1.0, SHARE * own_rows / max(1, available))
    parts = []
    for place, world in enumerate(worlds):
        part = world.take_series(np.random.default_rng((seed, place)).random(len(world.series_starts)) < share)
        if part.teaches.any():
            parts.append(part)
    return parts
