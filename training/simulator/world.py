"""One world: draw it, live through its days, keep what the record said and what was true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from simulator.assortment import Items, Pairs
from simulator.calendar import Calendar
from simulator.counts import Counts
from simulator.demand import Demand
from simulator.errors import Losses, Tills, receive
from simulator.forecast import Forecaster
from simulator.market import Market, MarketMaker, draw_market
from simulator.parameters import WARM_UP_DAYS, WorldParameters, world_stream
from simulator.replenishment import Replenishment
from simulator.stock import Cause, StockState

SEASON_CLEARED_SHARE = 0.8
"""Share of store-items whose shelf is really cleared after a planned season."""

Story = Callable[[StockState, Pairs, int, np.ndarray], None]
"""What a caller makes happen on a morning: stock, store-items, day of the extract, units posted as received."""


@dataclass
class History:
    """Matrices [days, store-items] of the extract's days, warm-up cut off."""

    parameters: WorldParameters
    items: Items
    pairs: Pairs
    calendar: Calendar
    demand: Demand
    min_display: np.ndarray  # [store-items]
    listed: np.ndarray  # bool: the extract may have a row
    on_hand: np.ndarray  # record at close
    on_hand_open: np.ndarray  # record before the day's first event
    sold: np.ndarray  # recorded units sold
    received: np.ndarray
    on_order: np.ndarray
    adjusted: np.ndarray
    counted: np.ndarray  # -1 where nothing was counted
    forecast: np.ndarray
    lead_time_forecast: np.ndarray
    shelf: np.ndarray
    backroom: np.ndarray
    misplaced: np.ndarray
    lost: np.ndarray  # units wanted and not had
    unseen_loss: np.ndarray  # [days] units stolen or damaged unseen, all store-items
    cause: np.ndarray
    phantom: np.ndarray  # bool
    spell: np.ndarray  # id of the unbroken run of phantom days, -1 outside

    def window(self, matrix: np.ndarray) -> np.ndarray:
        """The extract's days of a matrix that has the warm-up too."""
        return matrix[WARM_UP_DAYS:]


def simulate(p: WorldParameters, story: Story | None = None, make_market: MarketMaker = draw_market) -> History:
    """Live through a world; `make_market` gives items, stores and shoppers, `story` adds to what chance brings."""
    streams = [np.random.default_rng(s) for s in world_stream(p.split, p.seed, p.index).spawn(2)[1].spawn(9)]
    market = make_market(p, streams[:4])
    items, pairs = market.items, market.pairs
    plan = Replenishment(p, items, pairs, streams[4])
    losses = Losses(p, items, pairs, plan.usual_stock(pairs.base_rate), streams[5])
    tills = Tills(p, items, pairs, streams[6])
    counts = Counts(p, pairs.store, pairs.base_rate, streams[7])
    forecaster = Forecaster(p, items, pairs, market.demand, market.calendar.weekday, streams[8])
    return _live(p, market, plan, losses, tills, counts, forecaster, streams[4], story)


def _live(
    p: WorldParameters,
    market: Market,
    plan: Replenishment,
    losses: Losses,
    tills: Tills,
    counts: Counts,
    forecaster: Forecaster,
    rng: np.random.Generator,
    story: Story | None,
) -> History:
    items, pairs, calendar, demand = market.items, market.pairs, market.calendar, market.demand
    n, days = len(pairs.item), p.days
    state = StockState(n)
    launched = items.launch[pairs.item]
    stocked = (launched == 0) & plan.season[0, pairs.item]
    state.shelf[:] = np.where(stocked, np.ceil(plan.usual_stock(pairs.base_rate)), 0)
    state.record[:] = state.shelf
    backroom_first = items.backroom_first[pairs.item]
    forgotten_until = np.zeros(n, dtype=np.int64)
    keep = {
        name: np.zeros((days, n), dtype=np.int32)
        for name in (
            "on_hand",
            "on_hand_open",
            "sold",
            "received",
            "on_order",
            "adjusted",
            "counted",
            "shelf",
            "backroom",
            "misplaced",
            "lost",
        )
    }
    forecast = np.zeros((days, n), dtype=np.float32)
    lead_forecast = np.zeros((days, n), dtype=np.float32)
    cause = np.zeros((days, n), dtype=np.int8)
    unseen_loss = np.zeros(days)

    for day in range(p.total_days):
        at = day - WARM_UP_DAYS
        state.begin_day()
        trading = calendar.open[day, pairs.store] & (day >= launched)
        if at >= 0:
            keep["on_hand_open"][at] = state.record
            forecast[at] = forecaster.for_day(day, calendar.open[day, pairs.store])
            lead_forecast[at] = forecaster.mean_level(day) * (p.lead_time_days + plan.review_days)
        due = plan.due_today(day)
        unnoticed = np.flatnonzero((due > 0) & backroom_first & (rng.random(n, dtype=np.float32) < p.left_in_backroom_chance))
        forgotten_until[unnoticed] = day + np.exp(rng.uniform(np.log(2), np.log(21), len(unnoticed))).astype(np.int64)
        posted = receive(state, due, backroom_first, p, rng)

        if story is not None and at >= 0:
            story(state, pairs, at, posted)
        _restock(state, plan, forgotten_until, trading, day, p, rng)
        losses.happen(state, trading)
        if at >= 0:
            unseen_loss[at] = losses.units_today

        wanted = demand.realised[day].astype(np.int64)
        left = np.minimum(wanted, state.shelf)
        state.shelf -= left
        # A second walk to the backroom during the day serves some of those who found the shelf empty.
        short = np.flatnonzero(
            (left < wanted) & (state.backroom > 0) & (forgotten_until <= day) & (rng.random(n, dtype=np.float32) < 0.6 * p.restock_chance)
        )
        if len(short):
            state.fill_shelf(short, plan.shelf_capacity[short])
            more = np.minimum(wanted[short] - left[short], state.shelf[short])
            state.shelf[short] -= more
            left[short] += more
        scanned = tills.record_sales(state, left, calendar.recorded_share[day, pairs.store])
        _drop(state, pairs, day)
        # What a season leaves is sent back or written off, and posted; a record that was wrong stays wrong.
        _send_back(state, np.flatnonzero(plan.cleared[day, pairs.item] & (rng.random(n) < SEASON_CLEARED_SHARE)))
        counts.happen(state, day, trading)
        forecaster.learn(day, scanned)
        plan.order(state, forecaster.mean_level(day), day, int(calendar.weekday[day]))

        if at >= 0:
            for name, value in (
                ("on_hand", state.record),
                ("sold", scanned),
                ("received", posted),
                ("on_order", plan.on_order),
                ("adjusted", state.adjusted_today),
                ("counted", state.counted_today),
                ("shelf", state.shelf),
                ("backroom", state.backroom),
                ("misplaced", state.misplaced),
                ("lost", wanted - left),
            ):
                keep[name][at] = value
            cause[at] = state.main_cause()

    phantom = (keep["on_hand"] > 0) & (keep["shelf"] + keep["backroom"] == 0)
    # Rows begin at the launch; an item that was dropped stays in the file for a while.
    day_of_world = np.arange(WARM_UP_DAYS, p.total_days)[:, None]
    listed = (day_of_world >= launched) & (day_of_world < pairs.removed + p.delisted_listed_days)
    return History(
        parameters=p,
        items=items,
        pairs=pairs,
        calendar=calendar,
        demand=demand,
        min_display=plan.min_display,
        listed=listed,
        forecast=forecast,
        lead_time_forecast=lead_forecast,
        unseen_loss=unseen_loss,
        cause=np.where(phantom, cause, Cause.NONE).astype(np.int8),
        phantom=phantom,
        spell=_spell_ids(phantom),
        **keep,
    )


def _restock(
    state: StockState,
    plan: Replenishment,
    forgotten_until: np.ndarray,
    trading: np.ndarray,
    day: int,
    p: WorldParameters,
    rng: np.random.Generator,
) -> None:
    """Morning: fill shelves from the backroom, where nobody has forgotten that there is something."""
    n = len(forgotten_until)
    walk = trading & (state.backroom > 0) & (forgotten_until <= day) & (rng.random(n, dtype=np.float32) < p.restock_chance)
    chosen = np.flatnonzero(walk)
    state.fill_shelf(chosen, plan.shelf_capacity[chosen])


def _drop(state: StockState, pairs: Pairs, day: int) -> None:
    """What is left of a dropped item when it leaves the shelf goes to the backroom or back to the supplier."""
    today = np.flatnonzero(pairs.removed == day)
    if len(today) == 0:
        return
    mode = pairs.drop_mode[today]
    left_in_store, posted, unposted = today[mode == 0], today[mode == 1], today[mode == 2]
    state.backroom[left_in_store] += state.shelf[left_in_store]
    state.shelf[left_in_store] = 0
    _send_back(state, posted)
    state.take_unseen(unposted, state.sellable[unposted], Cause.SENT_BACK)


def _send_back(state: StockState, pair: np.ndarray) -> None:
    """Sellable stock leaves the store and the record follows; what the record claimed beyond it stays."""
    returned = state.sellable[pair]
    state.take_unseen(pair, returned, Cause.SENT_BACK)
    state.record_only(pair, -returned, Cause.SENT_BACK)
    state.adjusted_today[pair] -= returned


def _spell_ids(phantom: np.ndarray) -> np.ndarray:
    """Number the unbroken runs of each column; -1 outside; [days, store-items]."""
    begins = phantom.copy()
    begins[1:] &= ~phantom[:-1]
    by_pair = np.cumsum(begins.T.ravel()).reshape(phantom.T.shape).T - 1
    return np.where(phantom, by_pair, -1).astype(np.int32)
