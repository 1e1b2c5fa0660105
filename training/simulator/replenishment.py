"""Orders that believe the record: with stock on record and none in the store, nothing is ordered."""

from __future__ import annotations

import numpy as np

from simulator.assortment import Items, Pairs
from simulator.demand import _spells
from simulator.parameters import WARM_UP_DAYS, WorldParameters
from simulator.stock import StockState

SEASON_LEAD_DAYS, SEASON_STOP_DAYS, SEASON_CLEARED_DAYS = 10, 14, 28
"""Seasonal goods come before the season begins; the last order is made before it ends; the rest is cleared away after it."""


def order_season(p: WorldParameters, items: Items) -> np.ndarray:
    """Whether an item may be ordered on a day of the world: always, or within its planned season; bool [days, items]."""
    ordered = np.ones((p.total_days, p.items), dtype=bool)
    seasonal = np.flatnonzero(items.season_start >= 0)
    if p.seasons_planned and len(seasonal):
        epoch_day = p.first_day - WARM_UP_DAYS + np.arange(p.total_days)
        into = (epoch_day[:, None] + SEASON_LEAD_DAYS - items.season_start[seasonal]) % 365
        ordered[:, seasonal] = into < items.season_length[seasonal] + SEASON_LEAD_DAYS - SEASON_STOP_DAYS
    return ordered


def season_cleared(p: WorldParameters, items: Items) -> np.ndarray:
    """Whether a day is the one on which what is left of a planned season is cleared away; bool [days, items]."""
    cleared = np.zeros((p.total_days, p.items), dtype=bool)
    seasonal = np.flatnonzero(items.season_start >= 0)
    if p.seasons_planned and len(seasonal):
        epoch_day = p.first_day - WARM_UP_DAYS + np.arange(p.total_days)
        day_of_season = (epoch_day[:, None] - items.season_start[seasonal]) % 365
        cleared[:, seasonal] = day_of_season == items.season_length[seasonal] + SEASON_CLEARED_DAYS
    return cleared


class Replenishment:
    """Who orders what, when, and what comes of it."""

    def __init__(self, p: WorldParameters, items: Items, pairs: Pairs, rng: np.random.Generator) -> None:
        self.p = p
        self.rng = rng
        self.item = pairs.item
        n = len(pairs.item)
        self.case = items.case_pack[pairs.item].astype(np.int64)
        rate = pairs.base_rate
        facings = rate * p.display_days * np.exp(0.25 * rng.standard_normal(n))
        self.min_display = np.maximum(1, np.ceil(facings).astype(np.int64) + rng.integers(0, 4, n))
        self.shelf_capacity = np.maximum(self.min_display + self.case, np.ceil(rate * (p.cover_days + p.safety_days))).astype(np.int64)
        # Fixed points of the min-max policy, set once by someone who knew the item roughly.
        guess = 1.1 * rate * np.exp(0.2 * rng.standard_normal(n))
        self.fixed_low = np.maximum(self.min_display, np.ceil(guess * (p.lead_time_days + p.safety_days)))
        self.fixed_high = self.fixed_low + np.maximum(self.case, np.ceil(guess * p.cover_days))
        # Delivery days differ by store.
        days = np.array([rng.permutation(6)[: p.deliveries_per_week] for _ in range(p.stores)])
        self.orders_on = np.zeros((p.stores, 7), dtype=bool)
        for store, chosen in enumerate(days):
            self.orders_on[store, chosen] = True
        self.store = pairs.store
        self.review_days = 7 / p.deliveries_per_week
        self.pipeline = np.zeros((p.lead_time_days + 1, n), dtype=np.int64)
        self.delisted = pairs.delisted
        self.launch = items.launch[pairs.item]
        self.unavailable = np.zeros((p.total_days, p.items), dtype=bool)
        for item, first, until in _spells(p.total_days, p.items, p.supply_outages_per_year, rng, 4, 90):
            self.unavailable[first:until, item] = True
        self.season = order_season(p, items)
        self.cleared = season_cleared(p, items)
        self.paused = np.zeros((p.total_days, n), dtype=bool)
        for pair, first, until in _spells(p.total_days, n, p.range_pauses_per_year, rng, 28, 112):
            self.paused[first:until, pair] = True

    @property
    def on_order(self) -> np.ndarray:
        """Units ordered and not yet due."""
        return self.pipeline.sum(axis=0)

    def usual_stock(self, base_rate: np.ndarray) -> np.ndarray:
        """Roughly what a store holds of an item."""
        low = np.maximum(self.min_display, base_rate * (self.p.safety_days + self.review_days / 2))
        return low + np.maximum(self.case, base_rate * self.p.cover_days) / 2

    def due_today(self, day: int) -> np.ndarray:
        """Units that the truck brings; cut lines are lost, not owed."""
        slot = day % len(self.pipeline)
        due = self.pipeline[slot].copy()
        self.pipeline[slot] = 0
        cut = self.rng.random(len(due), dtype=np.float32) > self.p.fill_rate
        due[cut] = 0
        due[self.unavailable[day, self.item]] = 0
        return due

    def order(self, state: StockState, level: np.ndarray, day: int, weekday: int) -> None:
        """Place today's orders by the record; `level` is the forecast in units a day."""
        p = self.p
        position = state.record + self.on_order
        if p.policy == "min-max":
            low, high = self.fixed_low, self.fixed_high
        else:
            protect = level * (p.lead_time_days + self.review_days)
            low = np.maximum(self.min_display, np.ceil(protect + level * p.safety_days))
            high = low + np.ceil(level * p.cover_days)
            if p.policy == "order-up-to":
                low = np.maximum(self.min_display, high - np.maximum(1.0, level * self.review_days))
        cases = np.ceil(np.maximum(1, high - position) / self.case).astype(np.int64)
        wanted = (position <= low) & self.orders_on[self.store, weekday]
        wanted &= (day < self.delisted) & (day >= self.launch - p.lead_time_days) & ~self.paused[day]
        wanted &= self.season[day, self.item]
        self.pipeline[(day + p.lead_time_days) % len(self.pipeline)] += np.where(wanted, cases * self.case, 0)
