"""Sums over the days of a store-item, none of which reaches into another."""

from __future__ import annotations

import numpy as np

from .dataset import World


class Days:
    """Daily sums by series, without one row reaching into another series."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.start = world.series_starts[world.series_position]

    def sum_of_last(self, values: np.ndarray, days: int, skip: int = 0) -> np.ndarray:
        """Sum over the `days` days that end `skip` days ago, as far as the series reaches; NaN counts 0."""
        total = np.r_[0.0, np.cumsum(np.nan_to_num(values))]
        row = np.arange(len(values)) + 1
        end = np.maximum(row - skip, self.start)
        return total[end] - total[np.maximum(end - days, self.start)]

    def since_last(self, event: np.ndarray, values: np.ndarray) -> np.ndarray:
        """Sum of values on the days after the last event up to today; from the first day if there was none."""
        total = np.r_[0.0, np.cumsum(np.nan_to_num(values))]
        row = np.arange(len(values))
        last = np.maximum.accumulate(np.where(event, row + 1, 0))
        return total[1:] - total[np.maximum(last, self.start)]
