"""A LightGBM of fixed size for comparisons: every variant gets the same rounds, so that only what is compared differs."""

from __future__ import annotations

import lightgbm
import numpy as np

from .plan import Plan
from .train_lgbm import LightGbm, settings

#: Faster than the shipped model's .05: the comparison needs many fits, not the last thousandth.
LEARNING_RATE = 0.1


def learn(matrix: np.ndarray, labels: np.ndarray, names: list[str], plan: Plan, rounds: int, seed: int | None = None) -> LightGbm:
    """Fits `rounds` trees on float32 rows; no early stopping, so no other rows have a say."""
    chosen = {**settings(plan), "learning_rate": LEARNING_RATE, "seed": plan.seed if seed is None else seed}
    data = lightgbm.Dataset(matrix, labels, feature_name=names, params={"verbosity": -1, "max_bin": 255})
    return LightGbm(lightgbm.train(chosen, data, num_boost_round=rounds))
