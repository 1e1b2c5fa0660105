"""Which columns the tree models see: every feature, with the weekday as seven indicators."""

from __future__ import annotations

import numpy as np

WEEKDAY = "day_of_week"


def tree_columns(names: tuple[str, ...]) -> np.ndarray:
    """Positions in `features ++ weekday indicators` that the trees read: all but the raw weekday."""
    weekday = names.index(WEEKDAY)
    return np.array([at for at in range(len(names) + 7) if at != weekday])


def tree_column_names(names: tuple[str, ...]) -> list[str]:
    """The names of those columns, in their order."""
    every = [*names, *(f"{WEEKDAY}_{day}" for day in range(7))]
    return [every[at] for at in tree_columns(names)]


def with_weekdays(features: np.ndarray, names: tuple[str, ...]) -> np.ndarray:
    """features [rows, F] -> [rows, F + 6]: the raw weekday out, seven 0/1 indicators at the end.

    A missing weekday gives seven zeros, as in the graph.
    """
    weekday = features[:, names.index(WEEKDAY)]
    indicators = (weekday[:, None] == np.arange(7, dtype=np.float32)[None, :]).astype(np.float32)
    return np.concatenate([features, indicators], axis=1)[:, tree_columns(names)]
