"""Which items a chain sells, and how each store takes to them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simulator.categories import VELOCITY, Category, draw_categories
from simulator.parameters import WARM_UP_DAYS, WorldParameters

NEVER = 1 << 20
"""A day that no world reaches."""


@dataclass
class Items:
    """One entry per item of the chain. Days count from the start of the warm-up."""

    categories: list[Category]
    category: np.ndarray  # index into categories
    log_velocity: np.ndarray  # log of mean daily units in a store of size 1
    dispersion: np.ndarray  # negative-binomial size k; infinite for Poisson
    active_share: np.ndarray  # share of days on which anyone comes for it
    batch: np.ndarray  # units bought at a time, mean
    price: np.ndarray
    loss_weight: np.ndarray  # unseen losses against the average item
    launch: np.ndarray  # first day sold
    delisted: np.ndarray  # day that the chain drops it, or NEVER
    drop_mode: np.ndarray  # what becomes of the stock: 0 left in the backroom, 1 sent back and posted, 2 sent back, not posted
    season_start: np.ndarray  # day of year, or -1
    season_length: np.ndarray
    case_pack: np.ndarray
    backroom_first: np.ndarray  # deliveries go to the backroom
    neighbour: np.ndarray  # item on the next peg
    mix_up: np.ndarray  # share of its sales scanned as the neighbour


@dataclass
class Pairs:
    """One entry per store-item, store by store."""

    store: np.ndarray
    item: np.ndarray
    base_rate: np.ndarray  # mean daily units, before calendar, drift and promotion
    delisted: np.ndarray  # day that this store orders it no more, chain-wide drops included; NEVER if it stays
    removed: np.ndarray  # day that a dropped item leaves the shelf, or NEVER
    drop_mode: np.ndarray


def draw_items(p: WorldParameters, rng: np.random.Generator) -> Items:
    """Draw the chain's items."""
    n = p.items
    categories = draw_categories(p.categories, rng)
    category = np.sort(rng.integers(0, len(categories), n))
    mean, sd = np.array([VELOCITY[c.shape] for c in categories]).T
    # The published spread is that of store-items: what stores add to it is taken off again here.
    store_variance = p.local_noise_sd**2 + p.store_size_sd**2
    item_sd = np.sqrt(np.maximum((sd * p.velocity_spread) ** 2 - store_variance, 0.09))
    log_velocity = mean[category] + p.velocity_shift + item_sd[category] * rng.standard_normal(n)

    kind = rng.random(n)
    dispersion = p.dispersion * np.exp(0.5 * rng.standard_normal(n))
    dispersion[kind < p.share_poisson] = np.inf
    intermittent = (kind >= p.share_poisson) & (kind < p.share_poisson + p.share_zero_inflated)
    active_share = np.where(intermittent, rng.uniform(0.25, 0.8, n), 1.0)
    lumpy = kind > 1 - p.share_lumpy
    batch = np.where(lumpy, 1 + rng.gamma(2.0, 1.0, n), 1.0)

    launch = np.zeros(n, dtype=np.int64)
    new = rng.random(n) < p.new_share
    launch[new] = rng.integers(WARM_UP_DAYS - 20, p.total_days, new.sum())
    delisted = np.full(n, NEVER)
    dropped = (rng.random(n) < p.delisted_chain_share) & ~new
    delisted[dropped] = rng.integers(WARM_UP_DAYS - 60, p.total_days, dropped.sum())

    seasonal = (rng.random(n) < p.seasonal_share) & ~new & ~dropped
    first_day_of_year = (p.first_day % 365 + rng.integers(-120, p.days, n)) % 365
    rest = 1 - p.delisted_stock_left
    mode = rng.choice(3, size=n, p=[p.delisted_stock_left, rest * 0.7, rest * 0.3])
    velocity = np.exp(log_velocity)
    packs = np.array([1, 2, 3, 4, 6, 8, 10, 12, 18, 24, 36, 48])
    wanted = velocity * p.case_days * np.exp(0.4 * rng.standard_normal(n)) + 1.5
    case_pack = packs[np.minimum(np.searchsorted(packs, wanted), len(packs) - 1)]

    # Neighbours swap places two by two: 0 with 1, 2 with 3, where both lie in one category.
    neighbour = np.arange(n) ^ 1
    neighbour[neighbour >= n] = n - 1
    alone = category[neighbour] != category
    confused = (np.repeat(rng.random(n // 2 + 1), 2)[:n] < p.mix_up_pair_share) & ~alone & (neighbour != np.arange(n))
    mix_up = np.where(confused, p.mix_up_rate * np.exp(0.5 * rng.standard_normal(n)) * (rng.random(n) < 0.7), 0.0)

    loss_of = np.array([c.loss for c in categories])[category]
    loss_weight = loss_of * np.exp(p.shrink_concentration * rng.standard_normal(n))
    price_of = np.array([c.price for c in categories])[category]
    return Items(
        categories=categories,
        category=category,
        log_velocity=log_velocity,
        dispersion=dispersion,
        active_share=active_share,
        batch=batch,
        price=np.maximum(0.29, np.round(price_of * np.exp(0.5 * rng.standard_normal(n)) * 10) / 10 - 0.01),
        loss_weight=loss_weight,
        launch=launch,
        delisted=delisted,
        drop_mode=mode,
        season_start=np.where(seasonal, first_day_of_year, -1),
        season_length=rng.integers(40, 140, n),
        case_pack=case_pack,
        backroom_first=rng.random(n) < p.backroom_share,
        neighbour=neighbour,
        mix_up=np.minimum(mix_up, 0.4),
    )


def draw_pairs(p: WorldParameters, items: Items, rng: np.random.Generator) -> Pairs:
    """Draw what each store makes of each item. Slow stores leave out a tenth of the range."""
    store = np.repeat(np.arange(p.stores), p.items)
    item = np.tile(np.arange(p.items), p.stores)
    size = np.exp(p.store_size_sd * rng.standard_normal(p.stores))
    taste = np.exp(p.local_noise_sd * rng.standard_normal(len(store)))
    base = np.exp(items.log_velocity)[item] * size[store] * taste
    ranged = rng.random(len(store)) < (1.0 if p.stores == 1 else 0.96)
    store, item, base = store[ranged], item[ranged], base[ranged]

    delisted = items.delisted[item].astype(np.int64)
    delisted = np.where(delisted < NEVER, delisted + rng.integers(0, 8, len(item)), delisted)
    dropped_here = (rng.random(len(item)) < p.delisted_store_share) & (delisted == NEVER)
    delisted[dropped_here] = rng.integers(WARM_UP_DAYS - 60, p.total_days, dropped_here.sum())
    own_mode = rng.choice(
        3,
        size=len(item),
        p=[p.delisted_stock_left, (1 - p.delisted_stock_left) * 0.7, (1 - p.delisted_stock_left) * 0.3],
    )
    mode = np.where(dropped_here, own_mode, items.drop_mode[item])
    removed = leave_the_shelf(p, delisted, rng)
    return Pairs(store=store, item=item, base_rate=np.clip(base, 0.01, 80.0), delisted=delisted, removed=removed, drop_mode=mode)


def leave_the_shelf(p: WorldParameters, delisted: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Per store-item the day that its place is given to something else: what is dropped sells on until then."""
    sells_on = np.maximum(1, p.delisted_sell_days * np.exp(0.5 * rng.standard_normal(len(delisted)))).astype(np.int64)
    return np.where(delisted < NEVER, delisted + sells_on, NEVER)
