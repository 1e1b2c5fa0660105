"""The two ledgers: what is in the store, and what the record says.

Every change of either goes through `StockState`, which keeps for each cause how far it has pushed
the record away from the sellable stock. So at any time
`record - (shelf + backroom) == blame.sum(axis=0)`: no error without a cause.
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np


class Cause(IntEnum):
    """Why a record and the sellable stock differ."""

    NONE = 0
    THEFT = 1
    DAMAGE = 2
    MISPLACED = 3
    RECEIVING = 4
    MIX_UP = 5
    TILL = 6
    RETURN = 7
    COUNT = 8
    SENT_BACK = 9


class StockState:
    """Whole units of every store-item, now."""

    def __init__(self, pairs: int) -> None:
        self.shelf = np.zeros(pairs, dtype=np.int64)
        self.backroom = np.zeros(pairs, dtype=np.int64)
        self.misplaced = np.zeros(pairs, dtype=np.int64)
        self.record = np.zeros(pairs, dtype=np.int64)
        self.blame = np.zeros((len(Cause), pairs), dtype=np.int64)
        self.adjusted_today = np.zeros(pairs, dtype=np.int64)
        self.counted_today = np.full(pairs, -1, dtype=np.int64)

    @property
    def sellable(self) -> np.ndarray:
        """Units that a shopper could buy today or after a restock."""
        return self.shelf + self.backroom

    def begin_day(self) -> None:
        """Forget yesterday's corrections."""
        self.adjusted_today[:] = 0
        self.counted_today[:] = -1

    def take_unseen(self, pair: np.ndarray, units: np.ndarray, cause: Cause) -> np.ndarray:
        """Units vanish from the shelf, then from the backroom; the record does not see it. Returns what went."""
        from_shelf = np.minimum(self.shelf[pair], units)
        from_back = np.minimum(self.backroom[pair], units - from_shelf)
        self.shelf[pair] -= from_shelf
        self.backroom[pair] -= from_back
        gone = from_shelf + from_back
        self.blame[cause, pair] += gone
        return gone

    def add_unseen(self, pair: np.ndarray, units: np.ndarray, cause: Cause) -> None:
        """Units come onto the shelf and the record does not see it."""
        self.shelf[pair] += units
        self.blame[cause, pair] -= units

    def record_only(self, pair: np.ndarray | slice, units: np.ndarray, cause: Cause) -> None:
        """The record moves by `units` (with sign) and the stock does not."""
        self.record[pair] += units
        self.blame[cause, pair] += units

    def write_off(self, pair: np.ndarray, units: np.ndarray) -> np.ndarray:
        """Waste that staff record as they throw it away. Returns what went."""
        gone = np.minimum(self.shelf[pair], units)
        self.shelf[pair] -= gone
        self.record[pair] -= gone
        self.adjusted_today[pair] -= gone
        return gone

    def fill_shelf(self, pair: np.ndarray, capacity: np.ndarray) -> None:
        """Move units from the backroom until the shelf holds `capacity` (per pair given)."""
        moved = np.clip(capacity - self.shelf[pair], 0, self.backroom[pair])
        self.shelf[pair] += moved
        self.backroom[pair] -= moved

    def set_record(self, pair: np.ndarray, counted: np.ndarray) -> None:
        """A count: the record becomes what was counted, and what error is left is the count's own."""
        self.adjusted_today[pair] += counted - self.record[pair]
        self.record[pair] = counted
        self.counted_today[pair] = counted
        self.blame[:, pair] = 0
        self.blame[Cause.COUNT, pair] = counted - self.shelf[pair] - self.backroom[pair]

    def main_cause(self) -> np.ndarray:
        """Per store-item: the cause that lifted the record most above the stock; NONE where none did."""
        worst = self.blame.argmax(axis=0)
        return np.where(self.blame.max(axis=0) > 0, worst, int(Cause.NONE)).astype(np.int8)
