"""95 % intervals by resampling store-items: days of one store-item are no independent evidence."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np

#: Percentiles that bound an interval.
LOW, HIGH = 2.5, 97.5

THREADS = 2

Estimate = dict[str, float]


def item_weights(item: np.ndarray, replicates: int, seed: int) -> list[np.ndarray]:
    """Per replicate: how often each row counts when store-items are drawn with replacement."""
    _, code = np.unique(item, return_inverse=True)
    items = int(code.max()) + 1
    generator = np.random.default_rng(seed)
    draws = (np.bincount(generator.integers(0, items, items), minlength=items) for _ in range(replicates))
    return [draw[code].astype(np.float64) for draw in draws]


def replicated(measure: Callable[[np.ndarray], dict[str, float]], rows: int, weights: list[np.ndarray]) -> dict[str, np.ndarray]:
    """{name: values}: first the measure under weights of one, then one value a replicate."""
    # numpy lets other threads run while it sums; `map` keeps the order, so nothing depends on which is faster.
    with ThreadPoolExecutor(THREADS) as pool:
        every = list(pool.map(measure, (np.ones(rows), *weights)))
    return {name: np.array([values[name] for values in every]) for name in every[0]}


def estimate(values: np.ndarray) -> Estimate | None:
    """{value, low, high} of what `replicated` gives; None where the figure does not exist (no alert, one class only).

    The interval always holds the value: resampling makes a calibration error larger than it is, so that
    the percentiles of a small one can both lie above it.
    """
    point, spread = float(values[0]), values[1:]
    if not np.isfinite(point):
        return None
    known = spread[np.isfinite(spread)]
    low, high = np.percentile(known, [LOW, HIGH]) if len(known) else (point, point)
    return {"value": round(point, 5), "low": round(min(float(low), point), 5), "high": round(max(float(high), point), 5)}


def part_of(values: np.ndarray, whole: np.ndarray) -> Estimate | None:
    """The ratio of two measures of the same replicates: both saw the same store-items each time."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return estimate(values / whole)


def estimates(measure: Callable[[np.ndarray], dict[str, float]], rows: int, weights: list[np.ndarray]) -> dict[str, Estimate | None]:
    """{name: {value, low, high}}: the measure under weights of one, and its spread over replicates."""
    return {name: estimate(values) for name, values in replicated(measure, rows, weights).items()}
