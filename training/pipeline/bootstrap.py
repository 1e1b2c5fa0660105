"""95 % intervals by resampling store-items: days of one store-item are no independent evidence."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

#: Percentiles that bound an interval.
LOW, HIGH = 2.5, 97.5


def item_weights(item: np.ndarray, replicates: int, seed: int) -> list[np.ndarray]:
    """Per replicate: how often each row counts when store-items are drawn with replacement."""
    _, code = np.unique(item, return_inverse=True)
    items = int(code.max()) + 1
    generator = np.random.default_rng(seed)
    draws = (np.bincount(generator.integers(0, items, items), minlength=items) for _ in range(replicates))
    return [draw[code].astype(np.float64) for draw in draws]


def estimates(
    measure: Callable[[np.ndarray], dict[str, float]], rows: int, weights: list[np.ndarray]
) -> dict[str, dict[str, float] | None]:
    """{name: {value, low, high}}: the measure under weights of one, and its spread over replicates.

    A figure that does not exist (no alert, one class only) is None.
    """
    value = measure(np.ones(rows))
    spread = [measure(weight) for weight in weights]
    result: dict[str, dict[str, float] | None] = {}
    for name, point in value.items():
        if not np.isfinite(point):
            result[name] = None
            continue
        known = [replicate[name] for replicate in spread if np.isfinite(replicate[name])]
        low, high = np.percentile(known, [LOW, HIGH]) if known else (point, point)
        result[name] = {"value": round(point, 5), "low": round(float(low), 5), "high": round(float(high), 5)}
    return result
