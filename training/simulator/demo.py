"""The demo extract: a small chain of supermarkets, and a few things that befall it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from simulator.assortment import Items, Pairs, draw_items
from simulator.categories import CATEGORIES
from simulator.demo_items import DEMO_ITEMS
from simulator.extract import Extract, Naming, make_extract
from simulator.market import draw_market
from simulator.parameters import DEMO, WARM_UP_DAYS, WorldParameters, draw_parameters
from simulator.stock import Cause, StockState
from simulator.world import History, simulate

DEMO_SEED = 133
"""Chosen so that staff find none of the events before the last day."""
DAYS = 90
STORES = ("0107", "0112", "0118", "0125", "0131", "0146", "0152", "0163")
LAST_DAY = 20_778
"""Saturday 21 November 2026, in days since 1970."""
COLUMNS = [
    "forecast_units",
    "units_received",
    "units_on_order",
    "units_adjusted",
    "price",
    "on_promo",
    "category",
    "department",
]


@dataclass(frozen=True)
class Event:
    """Something that befalls one item in one store, at its first delivery from `day` of the extract on."""

    kind: str
    store: int
    item: str
    day: int


EVENTS: tuple[Event, ...] = (
    Event("theft", 2, "Batteries AA, 8", 70),
    Event("theft", 2, "Razor blades, 8", 60),
    Event("theft", 5, "Razor blades, 4", 64),
    Event("theft", 6, "Infant formula 800 g", 55),
    Event("never delivered", 4, "Still water 6 x 1.5 l", 74),
    Event("never delivered", 0, "Ground coffee 500 g", 74),
    Event("misplaced pallet", 1, "Toilet paper, 9 rolls", 80),
    Event("misplaced pallet", 7, "Washing liquid, 38 washes", 74),
    Event("not posted", 6, "Lemons, net of 4", 74),
)
"""All but the last leave stock on record and none in the store, to the last day: what a list should find.
The last leaves a record below zero and a full shelf."""

DROPPED = "Wine gums 200 g"
"""The chain drops it in mid-extract; what is left stands in the backrooms, and on record: no phantom, but where
the record was wrong before."""
CONFUSED = ("Yoghurt, strawberry 150 g", "Yoghurt, raspberry 150 g")
"""Tills scan many of the first as the second: one record drifts up, the other below zero."""


def demo_parameters(seed: int) -> WorldParameters:
    """A clean file of a chain that counts little; the rest as drawn from the seed."""
    drawn = draw_parameters(DEMO, seed, 0, 100_000)
    return replace(
        drawn,
        days=DAYS,
        stores=len(STORES),
        items=len(DEMO_ITEMS),
        first_day=LAST_DAY - DAYS + 1,
        categories=len(CATEGORIES),
        store_size_sd=0.25,
        local_noise_sd=0.25,
        dispersion=5.0,
        drift_sd=0.12,
        drifting_share=0.05,
        seasonal_share=0.0,
        sunday_open="open",
        weekday_strength=1.1,
        holidays_per_year=4,
        storms_per_store_year=0.5,
        till_outages_per_store_year=0.2,
        demand_drops_per_year=0.1,
        chain_drops_per_year=0.03,
        promotions_per_year=2.5,
        promotion_uplift=1.7,
        new_share=0.015,
        delisted_chain_share=0.0,
        delisted_store_share=0.005,
        delisted_sell_days=10.0,
        delisted_clearance=0.0,
        delisted_stock_left=1.0,
        delisted_listed_days=110,
        range_known=0.0,
        total_loss_share=0.3,
        policy="reorder-point",
        cover_days=7,
        safety_days=5,
        display_days=4,
        deliveries_per_week=5,
        lead_time_days=2,
        fill_rate=0.98,
        supply_outages_per_year=0.12,
        seasons_planned=1.0,
        range_pauses_per_year=0.03,
        backroom_share=0.4,
        restock_chance=0.95,
        left_in_backroom_chance=0.01,
        shrink_share=0.012,
        burst_share=0.5,
        misplaced_per_year=0.2,
        found_chance=0.02,
        receiving_error_rate=0.006,
        mix_up_pair_share=0.05,
        mix_up_rate=0.02,
        double_scan_rate=0.002,
        return_rate=0.004,
        counts_per_year=1.2,
        annual_count=0.0,
        gap_check_chance=0.02,
        negative_fix_chance=0.02,
        forecast_method="smoothing",
        forecast_window=28,
        forecast_bias=1.03,
        forecast_noise_sd=0.08,
        forecast_decimals=2,
        forecast_column_share=1.0,
        missing_row_share=0.002,
        missing_store_days=0.0,
        restated_share=0.0,
        on_hand_moment="close",
        sparse=0.0,
        row_order="series",
    )


def demo_items(p: WorldParameters, rng: np.random.Generator) -> Items:
    """The list of `DEMO_ITEMS` instead of drawn velocities, prices and cases."""
    items = draw_items(p, rng)
    place = {category.name: at for at, category in enumerate(CATEGORIES)}
    names = [item.name for item in DEMO_ITEMS]
    items.categories = list(CATEGORIES)
    items.category = np.array([place[item.category] for item in DEMO_ITEMS])
    items.log_velocity = np.log([item.rate for item in DEMO_ITEMS])
    items.price = np.array([item.price for item in DEMO_ITEMS])
    items.case_pack = np.array([item.case for item in DEMO_ITEMS])
    items.loss_weight = np.array([CATEGORIES[c].loss for c in items.category]) * np.exp(0.8 * rng.standard_normal(len(names)))
    items.delisted[names.index(DROPPED)] = WARM_UP_DAYS + 48
    items.drop_mode[names.index(DROPPED)] = 0
    first, second = (names.index(name) for name in CONFUSED)
    items.neighbour[first], items.neighbour[second] = second, first
    items.mix_up[first], items.mix_up[second] = 0.3, 0.0
    return items


class DemoStory:
    """Makes the events happen; what staff then find or miss is left to chance."""

    def __init__(self) -> None:
        self.over: set[Event] = set()

    def __call__(self, state: StockState, pairs: Pairs, day: int, posted: np.ndarray) -> None:
        """The morning of `day`."""
        for event in EVENTS:
            pair = pair_of(pairs, event)
            if day < event.day or event in self.over or not posted[pair].any():
                continue
            if event.kind == "not posted":
                state.record_only(pair, -posted[pair], Cause.RECEIVING)
                posted[pair] = 0
            elif event.kind == "never delivered":
                # What is posted from that day on does not come, until the shelf is bare.
                state.take_unseen(pair, posted[pair], Cause.RECEIVING)
                if state.sellable[pair].sum() == 0:
                    self.over.add(event)
            else:
                # A shelf is worth robbing, and a pallet put in the wrong place, on the day of a delivery.
                cause = Cause.THEFT if event.kind == "theft" else Cause.MISPLACED
                gone = state.take_unseen(pair, state.sellable[pair], cause)
                if cause is Cause.MISPLACED:
                    state.misplaced[pair] += gone
                self.over.add(event)


def pair_of(pairs: Pairs, event: Event) -> np.ndarray:
    """The one store-item that an event befalls; empty where that store does not sell the item."""
    item = [item.name for item in DEMO_ITEMS].index(event.item)
    return np.flatnonzero((pairs.store == event.store) & (pairs.item == item))


def demo_naming() -> Naming:
    """Names, aisles in the order of the floor plan, and bins in the order of the shelf."""
    aisles = list(dict.fromkeys(item.category for item in DEMO_ITEMS))
    aisle = [f"{aisles.index(item.category) + 1:02d}" for item in DEMO_ITEMS]
    position: dict[str, int] = {}
    bins = []
    for number in aisle:
        position[number] = position.get(number, 0) + 1
        bins.append(f"{number}-{position[number] * 4:03d}")
    skus = [f"{int(number):02d}{4100 + 37 * at:05d}" for at, number in enumerate(aisle)]
    texts = {"item_name": [item.name for item in DEMO_ITEMS], "aisle": aisle, "bin": bins}
    return Naming(list(STORES), skus, texts)


def make_demo(seed: int) -> tuple[History, Extract]:
    """The demo world and its file, labelled, with names."""
    history = simulate(demo_parameters(seed), DemoStory(), partial(draw_market, make_items=demo_items))
    return history, make_extract(history, COLUMNS, demo_naming())
