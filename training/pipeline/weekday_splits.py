"""Trees that ask for the weekday itself in place of its seven indicators.

Trees learn on indicators. A graph that has to make them copies every row once more, and few splits ask for one: each
becomes two splits on the day, which send every row where the one did.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np

from .columns import WEEKDAY, tree_columns
from .tree_ensemble import TreeEnsemble

LAST_DAY = 6

#: A split on a middle day stands twice for what is left of it. Trees that would grow by more than this keep their indicators.
MOST_GROWTH = 1.1


class _OutgrownError(Exception):
    """The trees would take more nodes than they may."""


def on_features(ensemble: TreeEnsemble, names: tuple[str, ...]) -> TreeEnsemble | None:
    """The same trees with `feature` a position in `names`: what is missing, what is left and what is right stay as they were.

    None where they would grow by more than MOST_GROWTH. A weekday is a whole number from 0 to 6 or missing, which is no day.
    """
    position = np.where(ensemble.is_leaf, 0, tree_columns(names)[ensemble.feature])
    rows = _Rows(replace(ensemble, feature=position))
    try:
        for at in range(len(position)):
            if position[at] >= len(names):
                rows.split_on_day(at, names.index(WEEKDAY), len(names))
    except _OutgrownError:
        return None
    return rows.build()


class _Rows:
    """Nodes as rows that can grow; a new one comes behind all others."""

    def __init__(self, ensemble: TreeEnsemble) -> None:
        self.ensemble = ensemble
        self.columns: dict[str, list[Any]] = {
            field.name: list(values) for field in fields(ensemble) if isinstance(values := getattr(ensemble, field.name), np.ndarray)
        }
        self.row_of = {key: row for row, key in enumerate(zip(self.columns["tree"], self.columns["node"], strict=True))}
        self.nodes = np.bincount(ensemble.tree).tolist()
        self.most_rows = MOST_GROWTH * len(ensemble.tree)

    def add(self, at: int) -> tuple[int, int]:
        """Adds a copy of the one node `at` under a number of its own: its row and its number in the tree."""
        tree, row = self.columns["tree"][at], len(self.columns["tree"])
        if row >= self.most_rows:
            raise _OutgrownError
        number = self.nodes[tree]
        self.nodes[tree] += 1
        for values in self.columns.values():
            values.append(values[at])
        self.columns["node"][row] = number
        self.row_of[tree, number] = row
        return row, number

    def child(self, at: int, side: str) -> int:
        return self.row_of[self.columns["tree"][at], self.columns[side][at]]

    def copy(self, at: int, first_indicator: int, weekday: int) -> int:
        """Adds a copy of the node and all below it; its number in the tree. Its own splits on indicators are split as well."""
        row, number = self.add(at)
        if not self.columns["is_leaf"][at]:
            for side in ("left", "right"):
                self.columns[side][row] = self.copy(self.child(at, side), first_indicator, weekday)
            if self.columns["feature"][row] >= first_indicator:
                self.split_on_day(row, weekday, first_indicator)
        return number

    def split_on_day(self, at: int, weekday: int, first_indicator: int) -> None:
        """The node `at` asks for the indicator of a day: left goes every other day, and no day."""
        columns = self.columns
        threshold = columns["threshold"][at]
        if not (0 <= threshold < 1 if self.ensemble.mode == "BRANCH_LEQ" else 0 < threshold <= 1):
            raise ValueError(f"a split at {threshold} does not tell a day from the others")
        day = columns["feature"][at] - first_indicator
        columns["feature"][at] = weekday
        if day == LAST_DAY:
            columns["threshold"][at], columns["missing_left"][at] = np.float32(day - 0.5), True
            return
        later = self.copy(self.child(at, "left"), first_indicator, weekday)
        row, number = self.add(at)
        # Earlier days go left, the others to the new node: there the day itself goes left and later ones right.
        columns["threshold"][at], columns["threshold"][row] = np.float32(day - 0.5), np.float32(day + 0.5)
        columns["left"][row], columns["right"][row] = columns["right"][at], later
        columns["right"][at] = number
        columns["missing_left"][at], columns["missing_left"][row] = True, False

    def build(self) -> TreeEnsemble:
        """Nodes of a tree together again, in the order of the trees."""
        order = np.argsort(np.array(self.columns["tree"]), kind="stable")
        grown = {name: np.array(values, dtype=getattr(self.ensemble, name).dtype)[order] for name, values in self.columns.items()}
        return replace(self.ensemble, **grown)
