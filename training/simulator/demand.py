"""What shoppers want: the expected units of every store-item and day, and a draw from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simulator.assortment import Items, Pairs
from simulator.calendar import Calendar
from simulator.categories import MONTH_PROFILES, WEEKDAY_PROFILES
from simulator.parameters import WorldParameters


@dataclass
class Demand:
    """Matrices [days, store-items] unless said otherwise."""

    expected: np.ndarray  # mean units wanted, given that the store is open and the item on the shelf
    realised: np.ndarray  # units wanted
    price: np.ndarray  # [days, items]
    on_promo: np.ndarray  # [days, items] bool
    weekday_index: np.ndarray  # [categories, 7] weekday profile in use


def _weekly_path(total: int, columns: int, sd_56_days: np.ndarray | float, rng: np.random.Generator) -> np.ndarray:
    """Log rates that wander: a weekly walk with a pull home, linear between weeks; [days, columns]."""
    weeks = total // 7 + 2
    step = np.asarray(sd_56_days) / np.sqrt(8.0)
    path = np.empty((weeks, columns), dtype=np.float32)
    path[0] = 2.0 * step * rng.standard_normal(columns)
    for week in range(1, weeks):
        path[week] = 0.97 * path[week - 1] + step * rng.standard_normal(columns)
    day = np.arange(total)
    share = ((day % 7) / 7.0).astype(np.float32)[:, None]
    return path[day // 7] * (1 - share) + path[day // 7 + 1] * share


def _spells(total: int, columns: int, per_year: float, rng: np.random.Generator, shortest: int, longest: int) -> list[tuple[int, int, int]]:
    """Spells (column, first day, day after the last) that begin at random."""
    count = rng.poisson(per_year * total / 365 * columns)
    columns_hit = rng.integers(0, columns, count)
    first = rng.integers(0, total, count)
    length = np.exp(rng.uniform(np.log(shortest), np.log(longest), count)).astype(np.int64)
    return list(zip(columns_hit.tolist(), first.tolist(), (first + length).tolist(), strict=True))


def _promotions(p: WorldParameters, items: Items, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Uplift, price and flag per day and item. The week after a promotion sells a little less."""
    uplift = np.ones((p.total_days, p.items), dtype=np.float32)
    price = np.tile(items.price.astype(np.float32), (p.total_days, 1))
    flag = np.zeros((p.total_days, p.items), dtype=bool)
    for item, first, _ in _spells(p.total_days, p.items, p.promotions_per_year, rng, 7, 8):
        until = first + int(rng.choice([7, 7, 14]))
        factor = max(1.0, p.promotion_uplift * np.exp(0.35 * rng.standard_normal()))
        uplift[first:until, item] = factor
        uplift[until : until + 7, item] = np.minimum(uplift[until : until + 7, item], 0.85)
        cut = rng.choice([0.0, 0.1, 0.2, 0.25, 0.33])
        price[first:until, item] = max(0.19, round(float(items.price[item]) * (1 - cut) * 10) / 10 - 0.01)
        flag[first:until, item] = True
    if p.delisted_clearance > 0:
        for item in np.flatnonzero(items.delisted < p.total_days).tolist():
            first = int(items.delisted[item]) + 7
            uplift[first:, item] *= 1 + 1.5 * p.delisted_clearance
            price[first:, item] = max(0.19, round(float(items.price[item]) * (1 - p.delisted_clearance), 2))
    return uplift, price, flag


def _what_is_left(p: WorldParameters, rng: np.random.Generator) -> float:
    """Factor on demand in a spell of disfavour."""
    return 0.0 if rng.random() < p.total_loss_share else float(rng.uniform(0.05, 0.45))


def _item_effects(p: WorldParameters, items: Items, calendar: Calendar, rng: np.random.Generator) -> np.ndarray:
    """Drift, seasons and losses of favour that an item has in all stores; [days, items]."""
    sd = np.where(rng.random(p.items) < p.drifting_share, 3.0, 1.0) * p.drift_sd
    effect = np.exp(_weekly_path(p.total_days, p.items, sd * 0.8, rng))
    for item, first, until in _spells(p.total_days, p.items, p.chain_drops_per_year, rng, 14, 120):
        effect[first:until, item] *= _what_is_left(p, rng)
    seasonal = np.flatnonzero(items.season_start >= 0)
    if len(seasonal):
        into = (calendar.epoch_day[:, None] - items.season_start[seasonal]) % 365
        inside = into < items.season_length[seasonal]
        # A season swells and fades; what is left sells off in the weeks after, then a stray sale.
        swell = np.sin(np.pi * np.clip(into / items.season_length[seasonal], 0, 1)) + 0.15
        after = 0.02 + 0.22 * np.exp(-(into - items.season_length[seasonal]) / 10)
        effect[:, seasonal] *= np.where(inside, 1.6 * swell, np.minimum(after, 0.24))
    return effect


def draw_demand(p: WorldParameters, items: Items, pairs: Pairs, calendar: Calendar, rng: np.random.Generator) -> Demand:
    """Draw the demand of a world."""
    weekday_index = np.array([WEEKDAY_PROFILES[c.shape] for c in items.categories]) ** p.weekday_strength
    weekday_index *= np.exp(0.05 * rng.standard_normal(weekday_index.shape))
    weekday_index /= weekday_index.mean(axis=1, keepdims=True)
    month_index = np.array([MONTH_PROFILES[c.group] for c in items.categories]) ** p.month_strength
    category = items.category
    uplift, price, on_promo = _promotions(p, items, rng)
    by_item = _item_effects(p, items, calendar, rng) * uplift
    by_item *= (weekday_index[category][:, calendar.weekday] * month_index[category][:, calendar.month]).T

    shock = np.exp(p.category_shock_sd * rng.standard_normal((p.total_days, p.stores, len(items.categories)), dtype=np.float32))
    pair_category = category[pairs.item]
    expected = by_item[:, pairs.item].astype(np.float32)
    expected *= pairs.base_rate.astype(np.float32)
    expected *= shock[:, pairs.store, pair_category]
    expected *= calendar.factor.astype(np.float32)[:, pairs.store]
    expected *= calendar.open[:, pairs.store]
    expected *= np.exp(_weekly_path(p.total_days, len(pairs.item), p.drift_sd * 0.6, rng))
    for pair, first, until in _spells(p.total_days, len(pairs.item), p.demand_drops_per_year, rng, 10, 60):
        expected[first:until, pair] *= _what_is_left(p, rng)
    day = np.arange(p.total_days)[:, None]
    expected *= day >= items.launch[pairs.item]
    # Dropped items lose their shoppers with their place on the shelf; until then they sell on, some cleared by price.
    expected *= day < pairs.removed

    return Demand(expected, sample_units(expected, items, pairs, rng), price, on_promo, weekday_index)


def sample_units(expected: np.ndarray, items: Items, pairs: Pairs, rng: np.random.Generator) -> np.ndarray:
    """Whole units with the given mean: active or not, visits negative binomial, each visit a batch.

    What sells daily has neither empty days nor few big buyers, and its size k grows with its rate: variance
    over mean within 28 days is 1.1 at .3 a day, 1.5 at 1.5 and 2.9 above 5 (M5).
    """
    rate = pairs.base_rate
    item = pairs.item
    active = 1 - (1 - items.active_share[item]) * np.exp(-rate / 1.5)
    batch = 1 + (items.batch[item] - 1) / (1 + rate / 4)
    k = items.dispersion[item] * np.maximum(1.0, rate) ** 0.5
    visits_mean = (expected / (active * batch)).astype(np.float32)
    if (active < 1).any():
        visits_mean *= rng.random(expected.shape, dtype=np.float32) < active
    noisy = np.flatnonzero(np.isfinite(k))
    size = np.broadcast_to(k[noisy], (len(expected), len(noisy)))
    visits_mean[:, noisy] *= (rng.standard_gamma(size) / k[noisy]).astype(np.float32)
    units = rng.poisson(visits_mean).astype(np.int32)
    batched = np.flatnonzero(batch > 1)
    if len(batched):
        units[:, batched] += rng.poisson(units[:, batched] * (batch[batched] - 1)).astype(np.int32)
    return units
