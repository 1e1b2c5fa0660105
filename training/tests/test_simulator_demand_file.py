"""Claims about worlds whose demand comes from a file."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from simulator.demand_file import MIN_DAYS_IN_STOCK, market_of, read_demand, with_demand
from simulator.parameters import WARM_UP_DAYS, draw_parameters
from simulator.world import simulate

DAYS = 40


def write_file(path: Path) -> None:
    """Three stores, two products; product 8 of store c is seldom in stock; the day after day 10 is short everywhere."""
    rng = np.random.default_rng(3)
    lines = ["date,store_id,product_id,category_id,units,stockout_hours_6_22,on_promo"]
    for store in "abc":
        for product, rate in ((7, 6.0), (8, 2.0)):
            for day in range(DAYS):
                short = day == 11 or (store == "c" and product == 8 and day >= MIN_DAYS_IN_STOCK - 1)
                units = 0 if short else rng.poisson(rate)
                lines.append(f"{np.datetime64('2024-03-01') + day},{store},{product},{product % 2},{units},{16 if short else 0},{day % 2}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_units_of_days_in_stock_are_what_shoppers_want_and_the_rest_is_drawn_from_like_days(tmp_path: Path) -> None:
    write_file(tmp_path / "demand.csv")
    file = read_demand(tmp_path / "demand.csv")
    # Store c's product 8 has too few days in stock to say what is wanted.
    assert file.units.shape == (DAYS, 5)
    drawn = with_demand(draw_parameters("stress", 1, 0, 1000), file)
    history = simulate(drawn, make_market=market_of(file))
    assert (history.parameters.days, history.parameters.stores, history.parameters.items) == (DAYS, 3, 2)
    alive = np.arange(DAYS)[:, None] + WARM_UP_DAYS < history.pairs.delisted
    realised = history.window(history.demand.realised)
    assert np.array_equal(realised[file.known & alive], file.units[file.known & alive].astype(int))
    assert not file.known[11].any()
    rate = np.where(history.pairs.item == 0, 6.0, 2.0)
    assert np.abs(history.window(history.demand.expected)[alive] / np.broadcast_to(rate, alive.shape)[alive] - 1).mean() < 0.3
