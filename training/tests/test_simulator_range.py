"""Claims about items that come, go and have their season."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from simulator.assortment import NEVER
from simulator.extract import make_extract
from simulator.parameters import WARM_UP_DAYS, WorldParameters, draw_parameters
from simulator.replenishment import order_season
from simulator.world import History, simulate


def usual(index: int, **changes: float | int | str) -> WorldParameters:
    return replace(draw_parameters("train", 21, index, 15000), **changes)


def dropped(history: History) -> np.ndarray:
    """Store-items whose orders and shelf end within the extract, with a day between."""
    pairs, last = history.pairs, history.parameters.total_days
    return np.flatnonzero((pairs.delisted > WARM_UP_DAYS) & (pairs.removed < last - 1) & (pairs.removed > pairs.delisted + 1))


def test_what_is_dropped_is_ordered_no_more_but_sells_on_until_it_leaves_the_shelf() -> None:
    history = simulate(usual(1, delisted_chain_share=0.5, delisted_sell_days=20.0, days=120, total_loss_share=0.0))
    sold_after_drop, wanted_after_removal = 0, 0.0
    for pair in dropped(history):
        drop, removed = (int(day[pair]) - WARM_UP_DAYS for day in (history.pairs.delisted, history.pairs.removed))
        late = drop + history.parameters.lead_time_days + 1
        assert history.on_order[late:, pair].sum() == 0
        sold_after_drop += int(history.sold[drop:removed, pair].sum())
        wanted_after_removal += float(history.demand.expected[WARM_UP_DAYS + removed :, pair].sum())
    assert sold_after_drop > 0
    assert wanted_after_removal == 0


def test_forecast_and_minimum_display_end_with_the_place_where_the_file_knows_the_range() -> None:
    for known in (0.0, 1.0):
        history = simulate(usual(2, delisted_chain_share=0.5, delisted_sell_days=10.0, days=120, range_known=known, restated_share=0.0))
        extract = make_extract(history, ["forecast_units", "min_display_units"])
        gone = extract.day + WARM_UP_DAYS >= history.pairs.removed[extract.pair]
        display = extract.columns["min_display_units"].to_numpy()
        assert gone.any()
        assert (display[~gone] > 0).all()
        assert (display[gone] == 0).all() == bool(known)


def test_seasonal_goods_are_ordered_for_their_season_alone_where_it_is_planned() -> None:
    planned = usual(3, seasonal_share=0.6, seasons_planned=1.0, delisted_chain_share=0.0, new_share=0.0)
    history = simulate(planned)
    season = order_season(planned, history.items)[:, history.pairs.item]
    off = ~season[WARM_UP_DAYS:]
    settled = off & (np.arange(planned.days) > planned.lead_time_days)[:, None]
    before = np.zeros_like(off)
    lead = planned.lead_time_days + 1
    before[lead:] = settled[lead:] & ~np.any([season[WARM_UP_DAYS + lead - k : len(season) - k] for k in range(lead)], axis=0)
    assert before.any()
    assert history.on_order[before].sum() == 0
    assert order_season(replace(planned, seasons_planned=0.0), history.items).all()


def test_a_record_that_was_wrong_stays_wrong_when_the_rest_is_sent_back() -> None:
    history = simulate(usual(4, delisted_chain_share=0.6, delisted_stock_left=0.0, days=120))
    stays = [pair for pair in dropped(history) if (history.phantom[history.pairs.removed[pair] - WARM_UP_DAYS :, pair]).any()]
    assert stays


def test_no_item_is_dropped_before_its_last_order() -> None:
    history = simulate(usual(5))
    listed = history.pairs.delisted < NEVER
    assert (history.pairs.removed[listed] > history.pairs.delisted[listed]).all()
    assert (history.pairs.removed[~listed] == NEVER).all()
