"""How the LSTM reads raw features: constants found on training rows, then fixed in the graph."""

from __future__ import annotations

import math
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
    """The features that the network reads, by the form that they are read in, and the constants of each.

    `plain`, `compressed` (sign(x) log(1 + |x|)) and `odds` (log-odds of a share) hold positions in the catalog; a
    feature that never varied is in none. The other fields follow the three in this order, which is the order in
    which the graph takes its columns: each form then is one run of columns, and a logarithm is taken of those alone
    that need one. `fill` stands for a missing value: what comes out as 0, the centre. `indicator` holds the
    places, in that order, of features whose being missing is told to the model.
    """

    plain: np.ndarray
    compressed: np.ndarray
    odds: np.ndarray
    centre: np.ndarray
    inverse_scale: np.ndarray
    fill: np.ndarray
    indicator: np.ndarray

    @property
    def columns(self) -> np.ndarray:
        """Positions in the catalog, in the order of the graph."""
        return np.concatenate([self.plain, self.compressed, self.odds])

    @property
    def width(self) -> int:
        """Inputs a step: features, seven weekday indicators, missing indicators."""
        return len(self.columns) + 7 + len(self.indicator)


def fit_inputs(features: np.ndarray, names: tuple[str, ...]) -> InputTransform:
    """Finds the constants on rows [rows, F] with NaN for missing."""
    sample = features if len(features) <= 300_000 else features[:: len(features) // 300_000 + 1]
    forms: dict[str, list[tuple[int, float, float, float]]] = {"plain": [], "compressed": [], "odds": []}
    for at, name in enumerate(names):
        known = sample[:, at]
        known = known[~np.isnan(known)].astype(np.float64)
        # The weekday goes in as indicators; a feature that never varies says nothing.
        if name == WEEKDAY or len(known) < 50 or known.min() == known.max():
            continue
        form, shaped = in_form(known)
        centre = float(shaped.mean())
        forms[form].append((at, centre, 1.0 / max(float(shaped.std()), 1e-3), raw_of(form, centre)))
    rows = [row for form in forms.values() for row in form]
    centre, inverse_scale, fill = (np.array([row[field] for row in rows], dtype=np.float32) for field in (1, 2, 3))
    plain, compressed, odds = (np.array([row[0] for row in form], dtype=np.int64) for form in forms.values())
    columns = np.concatenate([plain, compressed, odds])
    return InputTransform(plain, compressed, odds, centre, inverse_scale, fill, choose_indicators(np.isnan(sample[:, columns])))


def in_form(known: np.ndarray) -> tuple[str, np.ndarray]:
    """The form that suits a feature, and its values in it."""
    size = np.abs(known)
    # A share of many values is a chance: .99 and .999 are as far apart as .9 and .99. A flag has two values and stays.
    if known.min() >= 0 and known.max() <= 1 and len(np.unique(known)) > SHARE_VALUES:
        share = np.clip(known, ODDS_LIMIT, 1 - ODDS_LIMIT)
        return "odds", np.log(share / (1 - share))
    if np.quantile(size, 0.995) > HEAVY_TAIL * max(np.median(size), 0.25):
        return "compressed", np.sign(known) * np.log1p(size)
    return "plain", known


def raw_of(form: str, shaped: float) -> float:
    """The value of a feature that has this value in its form."""
    if form == "odds":
        return 1 / (1 + math.exp(-shaped))
    return math.copysign(math.expm1(abs(shaped)), shaped) if form == "compressed" else shaped


def choose_indicators(missing: np.ndarray) -> np.ndarray:
    """One feature for each distinct pattern of missing rows, the most common patterns first."""
    share = missing.mean(axis=0)
    seen: dict[bytes, int] = {}
    for at in np.flatnonzero((share > 0.005) & (share < 0.995)):
        seen.setdefault(np.packbits(missing[:, at]).tobytes(), int(at))
    # Balanced patterns carry most; ties by column order keep this reproducible.
    ranked = sorted(seen.values(), key=lambda at: (abs(float(share[at]) - 0.5), at))
    return np.array(sorted(ranked[:INDICATORS]), dtype=np.int64)
