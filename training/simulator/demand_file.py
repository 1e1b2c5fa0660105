"""Worlds whose demand is real: units per store, product and day from a file, everything else simulated.

The file is a CSV (gzip allowed) with `date`, `store_id`, `product_id`, `units` and, where known,
`category_id`, `stockout_hours_6_22` (hours of the selling day without stock) and `on_promo`. Units of a
day with hours out of stock are less than what was wanted, so only the other days count as demand: such a
day, and every day of the warm-up, takes the units of a day in stock of the same series and weekday.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from simulator.assortment import NEVER, Items, Pairs, draw_items, leave_the_shelf
from simulator.calendar import draw_calendar
from simulator.categories import CATEGORIES
from simulator.demand import Demand
from simulator.market import Market, MarketMaker
from simulator.parameters import WARM_UP_DAYS, WorldParameters

MIN_DAYS_IN_STOCK = 14
"""Series with fewer days in stock say too little about what is wanted, and are left out."""


@dataclass
class DemandFile:
    """Units by [day, series]; `known` marks the days in stock."""

    first_day: int
    store: np.ndarray
    item: np.ndarray
    category: np.ndarray  # per item
    units: np.ndarray
    known: np.ndarray
    on_promo: np.ndarray  # [days, items]

    @property
    def days(self) -> int:
        return len(self.units)


def _codes(column: pa.ChunkedArray) -> np.ndarray:
    """Numbers 0, 1, ... in order of first appearance."""
    return column.combine_chunks().dictionary_encode().indices.to_numpy(zero_copy_only=False)


def read_demand(path: Path) -> DemandFile:
    """Read a demand file; raises KeyError where a needed column is missing."""
    table = csv.read_csv(path)
    day = pc.cast(table["date"], pa.date32()).combine_chunks().cast(pa.int32()).to_numpy()
    store, item = _codes(table["store_id"]), _codes(table["product_id"])
    at_day = day - day.min()
    _, first, series = np.unique(store.astype(np.int64) * (item.max() + 1) + item, return_index=True, return_inverse=True)

    def matrix(values: np.ndarray, missing: float) -> np.ndarray:
        out = np.full((at_day.max() + 1, len(first)), missing, dtype=float)
        out[at_day, series] = values
        return out

    names = set(table.column_names)
    units = matrix(table["units"].to_numpy(), np.nan)
    out_of_stock = matrix(table["stockout_hours_6_22"].to_numpy(), 0) if "stockout_hours_6_22" in names else np.zeros(units.shape)
    known = np.isfinite(units) & (out_of_stock == 0)
    keep = known.sum(axis=0) >= MIN_DAYS_IN_STOCK
    on_promo = np.zeros((len(units), item.max() + 1), dtype=bool)
    if "on_promo" in names:
        flagged = table["on_promo"].to_numpy() > 0
        on_promo[at_day[flagged], item[flagged]] = True
    category = np.zeros(item.max() + 1, dtype=np.int64)
    if "category_id" in names:
        category[item] = _codes(table["category_id"])
    return DemandFile(int(day.min()), store[first][keep], item[first][keep], category, units[:, keep], known[:, keep], on_promo)


def with_demand(p: WorldParameters, file: DemandFile) -> WorldParameters:
    """The same world in the size and days of the file; no launches or seasons but the file's own."""
    return replace(
        p,
        days=file.days,
        stores=int(file.store.max()) + 1,
        items=len(file.category),
        first_day=file.first_day,
        sunday_open="open",
        holidays_per_year=0.0,
        storms_per_store_year=0.0,
        new_share=0.0,
        seasonal_share=0.0,
    )


def market_of(file: DemandFile) -> MarketMaker:
    """The maker of a market whose shoppers are the file's."""
    return partial(_market, file)


def _market(file: DemandFile, p: WorldParameters, streams: list[np.random.Generator]) -> Market:
    calendar = draw_calendar(p, streams[2])
    weekday = calendar.weekday[WARM_UP_DAYS:]
    wanted = np.where(file.known, file.units, np.nan)
    by_weekday = np.array([np.nanmean(wanted[weekday == d]) for d in range(7)])
    mean = np.nanmean(wanted, axis=0)

    items = draw_items(p, streams[0])
    items.categories = [replace(CATEGORIES[c % len(CATEGORIES)], name=f"Group {c + 1}") for c in range(int(file.category.max()) + 1)]
    items.category = file.category
    per_item = np.bincount(file.item, weights=mean, minlength=p.items) / np.maximum(1, np.bincount(file.item, minlength=p.items))
    items.log_velocity = np.log(np.maximum(0.01, per_item))
    _fit_case_packs(p, items, streams[0])
    pairs = _pairs(p, file, items, mean, streams[1])

    expected = _expected(file, wanted, weekday, by_weekday / by_weekday.mean(), calendar.weekday)
    realised = _realised(file, weekday, calendar.weekday, streams[3])
    gone = np.arange(p.total_days)[:, None] >= pairs.removed
    on_promo = np.vstack([np.zeros((WARM_UP_DAYS, p.items), dtype=bool), file.on_promo])
    price = np.tile(items.price.astype(np.float32), (p.total_days, 1))
    profile = np.tile(by_weekday / by_weekday.mean(), (len(items.categories), 1))
    demand = Demand(np.where(gone, 0, expected).astype(np.float32), np.where(gone, 0, realised).astype(np.int32), price, on_promo, profile)
    return Market(items, pairs, calendar, demand)


def _fit_case_packs(p: WorldParameters, items: Items, rng: np.random.Generator) -> None:
    wanted = np.exp(items.log_velocity) * p.case_days * np.exp(0.4 * rng.standard_normal(p.items)) + 1.5
    items.case_pack = np.clip(np.round(wanted), 1, 48).astype(np.int64)


def _pairs(p: WorldParameters, file: DemandFile, items: Items, mean: np.ndarray, rng: np.random.Generator) -> Pairs:
    delisted = items.delisted[file.item].astype(np.int64)
    delisted = np.where(delisted < NEVER, delisted + rng.integers(0, 8, len(mean)), delisted)
    removed = leave_the_shelf(p, delisted, rng)
    return Pairs(file.store, file.item, np.clip(mean, 0.05, 200.0), delisted, removed, items.drop_mode[file.item])


def _expected(file: DemandFile, wanted: np.ndarray, weekday: np.ndarray, profile: np.ndarray, all_weekdays: np.ndarray) -> np.ndarray:
    """Mean wanted: the series' days in stock within four weeks either side, weekdays taken out and put back."""
    level = np.where(file.known, wanted / profile[weekday][:, None], 0.0)
    total, count = np.cumsum(level, axis=0), np.cumsum(file.known, axis=0)
    day = np.arange(file.days)
    until, before = np.minimum(day + 28, file.days - 1), day - 29
    sums = total[until] - np.where(before[:, None] >= 0, total[np.maximum(before, 0)], 0)
    counts = count[until] - np.where(before[:, None] >= 0, count[np.maximum(before, 0)], 0)
    # Two days' worth of the series' own mean steadies windows with few days in stock.
    smooth = (sums + 2 * np.nanmean(wanted, axis=0)) / (counts + 2)
    smooth = np.vstack([np.repeat(smooth[:1], WARM_UP_DAYS, axis=0), smooth])
    return smooth * profile[all_weekdays][:, None]


def _realised(file: DemandFile, weekday: np.ndarray, all_weekdays: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Units wanted: the file's on days in stock, else those of a like day of the series."""
    total = len(all_weekdays)
    out = np.zeros((total, file.units.shape[1]))
    for series in range(file.units.shape[1]):
        known = file.known[:, series]
        for d in range(7):
            like = np.flatnonzero(known & (weekday == d))
            pool = file.units[like if len(like) else np.flatnonzero(known), series]
            days = np.flatnonzero(all_weekdays == d)
            out[days, series] = pool[rng.integers(0, len(pool), len(days))]
        here = np.flatnonzero(known)
        out[WARM_UP_DAYS + here, series] = file.units[here, series]
    return out
