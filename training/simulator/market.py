"""What is sold, where, when stores are open, and what shoppers want: all of a world but its stock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from simulator.assortment import Items, Pairs, draw_items, draw_pairs
from simulator.calendar import Calendar, draw_calendar
from simulator.demand import Demand, draw_demand
from simulator.parameters import WorldParameters


@dataclass
class Market:
    """The stage on which stock is moved and records go wrong."""

    items: Items
    pairs: Pairs
    calendar: Calendar
    demand: Demand


ItemMaker = Callable[[WorldParameters, np.random.Generator], Items]
MarketMaker = Callable[[WorldParameters, list[np.random.Generator]], Market]
"""Makes the market of a world from four streams: items, store-items, calendar, demand."""


def draw_market(p: WorldParameters, streams: list[np.random.Generator], make_items: ItemMaker = draw_items) -> Market:
    """Draw everything by chance, or all but the items."""
    items = make_items(p, streams[0])
    pairs = draw_pairs(p, items, streams[1])
    calendar = draw_calendar(p, streams[2])
    return Market(items, pairs, calendar, draw_demand(p, items, pairs, calendar, streams[3]))
