"""How the LSTM reads raw features: constants found on training rows, then fixed in the graph."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .columns import WEEKDAY

#: Standardised inputs are clipped here: no single wild value may drive the state.
CLIP = 5.0

#: A feature whose 99.5th percentile of |x| is this many times its median of |x| is compressed.
HEAVY_TAIL = 8.0

#: A feature within 0 and 1 of more values than this is a share.
SHARE_VALUES = 10

#: Shares nearer to 0 or 1 than this are read as this near.
ODDS_LIMIT = 1e-4

#: Missing indicators at most; features that are missing together share one.
INDICATORS = 16


@dataclass(frozen=True)
class InputTransform:
    """Per feature: is it compressed (sign(x) log(1 + |x|)) or read as log-odds, its centre and scale after that.

    `indicator` lists the features whose being missing is told to the model. Missing values
    themselves become 0, the centre.
    """

    compressed: np.ndarray
    odds: np.ndarray
    centre: np.ndarray
    inverse_scale: np.ndarray
    indicator: np.ndarray

    @property
    def width(self) -> int:
        """Inputs a step: features, seven weekday indicators, missing indicators."""
        return len(self.centre) + 7 + len(self.indicator)


def fit_inputs(features: np.ndarray, names: tuple[str, ...]) -> InputTransform:
    """Finds the constants on rows [rows, F] with NaN for missing."""
    rows, width = features.shape
    sample = features if rows <= 300_000 else features[:: rows // 300_000 + 1]
    compressed = np.zeros(width, dtype=bool)
    odds = np.zeros(width, dtype=bool)
    centre = np.zeros(width, dtype=np.float32)
    inverse_scale = np.zeros(width, dtype=np.float32)
    for at in range(width):
        known = sample[:, at]
        known = known[~np.isnan(known)].astype(np.float64)
        # The weekday goes in as indicators; a feature that never varies says nothing.
        if names[at] == WEEKDAY or len(known) < 50 or known.min() == known.max():
            continue
        size = np.abs(known)
        # A share of many values is a chance: .99 and .999 are as far apart as .9 and .99. A flag has two values and stays.
        odds[at] = known.min() >= 0 and known.max() <= 1 and len(np.unique(known)) > SHARE_VALUES
        compressed[at] = not odds[at] and np.quantile(size, 0.995) > HEAVY_TAIL * max(np.median(size), 0.25)
        if odds[at]:
            known = np.clip(known, ODDS_LIMIT, 1 - ODDS_LIMIT)
            known = np.log(known / (1 - known))
        elif compressed[at]:
            known = np.sign(known) * np.log1p(size)
        centre[at] = known.mean()
        inverse_scale[at] = 1.0 / max(float(known.std()), 1e-3)
    return InputTransform(compressed, odds, centre, inverse_scale, choose_indicators(np.isnan(sample)))


def choose_indicators(missing: np.ndarray) -> np.ndarray:
    """One feature for each distinct pattern of missing rows, the most common patterns first."""
    share = missing.mean(axis=0)
    seen: dict[bytes, int] = {}
    for at in np.flatnonzero((share > 0.005) & (share < 0.995)):
        seen.setdefault(np.packbits(missing[:, at]).tobytes(), int(at))
    # Balanced patterns carry most; ties by column order keep this reproducible.
    ranked = sorted(seen.values(), key=lambda at: (abs(float(share[at]) - 0.5), at))
    return np.array(sorted(ranked[:INDICATORS]), dtype=np.int64)
