"""How records are put right: cycle counts, annual counts, a look into an empty shelf, a fix of a negative record."""

from __future__ import annotations

import numpy as np

from simulator.parameters import WorldParameters
from simulator.stock import Cause, StockState

BACKROOM_FIRST = 4.0
"""How many times likelier staff look behind an empty shelf than count it."""


class Counts:
    """The count regime of a world."""

    def __init__(self, p: WorldParameters, store: np.ndarray, base_rate: np.ndarray, rng: np.random.Generator) -> None:
        self.p = p
        self.rng = rng
        self.size = len(store)
        self.store = store
        # Each store counts everything on one day of the year, if the chain does so at all.
        self.annual_day = rng.integers(0, 365, p.stores)
        # Some corners of a store are looked at daily, some never.
        corner = np.exp(0.9 * rng.standard_normal(self.size))
        # Staff notice the hole where a fast mover should be sooner than one of a slow mover.
        self.notice = np.minimum(0.5, p.gap_check_chance * (0.5 + 1.5 * base_rate) / (1 + 0.3 * base_rate) * corner)

    def happen(self, state: StockState, day: int, trading: np.ndarray) -> None:
        """Do today's counts, after the last sale."""
        p, rng = self.p, self.rng
        chance = rng.random(self.size, dtype=np.float32)
        due = chance < p.counts_per_year / 365 * trading
        if p.annual_count:
            due |= (self.annual_day == day % 365)[self.store]
        looked = (state.shelf == 0) & (state.record > 0) & (rng.random(self.size, dtype=np.float32) < self.notice * trading)
        # To look in the backroom is quick, to correct a record is not: what lies there is found much sooner.
        chance_behind = np.minimum(0.6, BACKROOM_FIRST * self.notice) * trading
        behind = (state.shelf == 0) & (state.backroom > 0) & (rng.random(self.size, dtype=np.float32) < chance_behind)
        found = np.flatnonzero(behind)
        state.fill_shelf(found, state.backroom[found])
        due |= looked & (state.sellable == 0)
        due |= (state.record < 0) & (rng.random(self.size, dtype=np.float32) < p.negative_fix_chance * trading)
        counted = np.flatnonzero(due)
        if len(counted):
            self._count(state, counted)

    def _count(self, state: StockState, pair: np.ndarray) -> None:
        rng = self.rng
        # A count turns up some of what lay in the wrong place.
        found = pair[(state.misplaced[pair] > 0) & (rng.random(len(pair)) < 0.3)]
        state.add_unseen(found, state.misplaced[found], Cause.MISPLACED)
        state.misplaced[found] = 0
        truth = state.sellable[pair]
        wrong = rng.random(len(pair)) < self.p.count_error_rate
        missed_backroom = wrong & (rng.random(len(pair)) < 0.3)
        counted = np.where(missed_backroom, state.shelf[pair], truth + wrong * rng.integers(-2, 3, len(pair)))
        state.set_record(pair, np.maximum(0, counted))
