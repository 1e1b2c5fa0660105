"""What happens to whole stores: weekdays, holidays, closed days, storms, failed tills, shocks of the day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simulator.parameters import WARM_UP_DAYS, WorldParameters

HOLIDAY_FACTORS = (0.64, 0.77, 0.95, 1.22, 1.0, 0.89, 0.93, 0.97)
"""Sales on an American holiday against the weekday's usual, where stores stay open (M5, FOODS)."""
EVE_FACTORS = (1.17, 1.05, 1.18, 0.92, 1.13, 1.24, 0.82, 1.0)
"""Sales on the day before (M5, FOODS)."""


@dataclass
class Calendar:
    """Days count from the start of the warm-up."""

    epoch_day: np.ndarray  # [days]
    weekday: np.ndarray  # [days], 0 Monday
    month: np.ndarray  # [days], 0 January
    open: np.ndarray  # [days, stores] bool
    factor: np.ndarray  # [days, stores] demand against the usual: holidays, storms, shocks
    recorded_share: np.ndarray  # [days, stores] share of sales that the tills record: below 1 in an outage


def weekday_of(epoch_day: np.ndarray) -> np.ndarray:
    """Monday is 0; 1 January 1970 was a Thursday."""
    return (np.asarray(epoch_day) + 3) % 7


def draw_calendar(p: WorldParameters, rng: np.random.Generator) -> Calendar:
    """Draw the days of a chain."""
    total, stores = p.total_days, p.stores
    epoch_day = p.first_day - WARM_UP_DAYS + np.arange(total)
    weekday = weekday_of(epoch_day)
    dates = epoch_day.astype("datetime64[D]")
    month = dates.astype("datetime64[M]").astype(np.int64) % 12

    open_ = np.ones((total, stores), dtype=bool)
    if p.sunday_open != "open":
        shut = np.ones(stores, dtype=bool) if p.sunday_open == "closed" else rng.random(stores) < 0.5
        open_[np.ix_(weekday == 6, shut)] = False
    factor = np.exp(p.store_shock_sd * rng.standard_normal((total, stores)))

    for day in np.flatnonzero(rng.random(total) < p.holidays_per_year / 365):
        which = int(rng.integers(len(HOLIDAY_FACTORS)))
        if rng.random() < p.holiday_closed_share:
            open_[day] = False
        factor[day] *= HOLIDAY_FACTORS[which]
        if day > 0:
            factor[day - 1] *= EVE_FACTORS[which]

    for day, store in zip(*np.nonzero(rng.random((total, stores)) < p.storms_per_store_year / 365), strict=True):
        # A storm seldom stops at one door: its neighbours feel it too.
        hit = slice(store, min(stores, store + int(rng.integers(1, 4))))
        until = day + int(rng.integers(1, 5))
        if rng.random() < 0.25:
            open_[day:until, hit] = False
        factor[day:until, hit] *= rng.uniform(0.1, 0.6)

    recorded = np.ones((total, stores))
    for day, store in zip(*np.nonzero(rng.random((total, stores)) < p.till_outages_per_store_year / 365), strict=True):
        recorded[day, store] = rng.uniform(0.0, 0.7)
    return Calendar(epoch_day=epoch_day, weekday=weekday, month=month, open=open_, factor=factor, recorded_share=recorded)
