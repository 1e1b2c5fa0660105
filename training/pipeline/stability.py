"""Population stability index of a feature, as src/domain/drift/population-stability.ts has it in the app."""

from __future__ import annotations

from typing import Any

import numpy as np

#: A share of rows smaller than this counts as this, so that no empty bin makes the index infinite.
LEAST_SHARE = 1e-4
#: Manifests hold five digits: values this close to a decile, relatively, are the decile.
SLACK = 5e-5


def shares_at_or_below(known: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Share of `known` (without NaN) at or below each value."""
    return np.searchsorted(np.sort(known), values + np.abs(values) * SLACK, side="right") / max(1, len(known))


def stability(column: np.ndarray, learned: dict[str, Any]) -> float:
    """Sum over bins of (here - learned) x ln(here / learned), >= 0.

    Bins end at the learned deciles, each once; above the last border lies the last bin, and rows
    without a value are a bin of their own. `learned` is an entry of `feature_quantiles` with values.
    """
    known = column[~np.isnan(column)]
    deciles, shares = learned["deciles"], learned["at_or_below"]
    borders = [k for k in range(len(deciles) - 1) if deciles[k] != deciles[k + 1]]
    missing = 1 - len(known) / len(column)
    then = np.diff([0, *(shares[k] for k in borders), 1]) * (1 - learned["missing"])
    below = shares_at_or_below(known, np.array([deciles[k] for k in borders])) if len(known) else np.zeros(len(borders))
    here = np.diff([0, *below, 1]) * (1 - missing)
    a = np.maximum(LEAST_SHARE, [missing, *here])
    e = np.maximum(LEAST_SHARE, [learned["missing"], *then])
    return float(np.sum((a - e) * np.log(a / e)))
