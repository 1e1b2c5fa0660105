"""Everything that tells one simulated world from another."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from simulator.further import FURTHER_RANGES
from simulator.ranges import RANGES, STRESS_SCENARIOS

SPLITS = ("train", "calibration", "test", "stress")
"""Sets of worlds. The split is part of the seed, so no two splits can share a random stream."""

DEMO = "demo"
"""The demo extract has a stream of its own too."""

WARM_UP_DAYS = 150
"""Days simulated before the extract begins, so that records have had time to go wrong."""


@dataclass(frozen=True)
class WorldParameters:
    """One world. The meaning and the range of every drawn value stand in `ranges.py`."""

    split: str
    scenario: str
    seed: int
    index: int
    days: int
    stores: int
    items: int
    first_day: int

    velocity_shift: float
    velocity_spread: float
    store_size_sd: float
    local_noise_sd: float
    dispersion: float
    share_poisson: float
    share_zero_inflated: float
    share_lumpy: float
    drift_sd: float
    drifting_share: float
    seasonal_share: float
    weekday_strength: float
    month_strength: float
    store_shock_sd: float
    category_shock_sd: float
    categories: int
    sunday_open: str
    holidays_per_year: float
    holiday_closed_share: float
    storms_per_store_year: float
    till_outages_per_store_year: float
    demand_drops_per_year: float
    chain_drops_per_year: float
    promotions_per_year: float
    promotion_uplift: float
    new_share: float
    delisted_chain_share: float
    delisted_store_share: float
    delisted_sell_days: float
    delisted_clearance: float
    delisted_stock_left: float
    delisted_listed_days: int
    range_known: float
    total_loss_share: float

    policy: str
    cover_days: float
    safety_days: float
    display_days: float
    deliveries_per_week: int
    lead_time_days: int
    case_days: float
    fill_rate: float
    supply_outages_per_year: float
    seasons_planned: float
    range_pauses_per_year: float
    backroom_share: float
    restock_chance: float
    left_in_backroom_chance: float

    shrink_share: float
    burst_share: float
    damage_share: float
    shrink_concentration: float
    known_waste_share: float
    misplaced_per_year: float
    found_chance: float
    receiving_error_rate: float
    receiving_bias_to_short: float
    mix_up_pair_share: float
    mix_up_rate: float
    double_scan_rate: float
    return_rate: float
    return_unsellable_share: float

    counts_per_year: float
    annual_count: float
    gap_check_chance: float
    negative_fix_chance: float
    count_error_rate: float

    forecast_method: str
    forecast_window: int
    forecast_bias: float
    forecast_noise_sd: float
    forecast_decimals: int

    optional_column_share: float
    forecast_column_share: float
    missing_row_share: float
    missing_store_days: float
    restated_share: float
    on_hand_moment: str
    sparse: float
    row_order: str

    @property
    def total_days(self) -> int:
        """Warm-up and extract together."""
        return WARM_UP_DAYS + self.days


def world_stream(split: str, seed: int, index: int) -> np.random.SeedSequence:
    """The one source of randomness of a world: same arguments, same world, bit for bit."""
    return np.random.SeedSequence([seed, (*SPLITS, DEMO).index(split), index])


def reaches_further(split: str, index: int) -> bool:
    """Whether a world is drawn from the ranges of `further.py`.

    Every second one of those that teach models or give thresholds is; test worlds never are.
    """
    return split in ("train", "calibration") and index % 2 == 1


def draw_parameters(split: str, seed: int, index: int, rows: int) -> WorldParameters:
    """Draw one world of about `rows` rows (store-items x days, before rows are lost or thinned).

    Stress worlds take the scenarios of `STRESS_SCENARIOS` in turn; a scenario replaces some of
    the ranges by ones that lie outside them, and outside those that reach further.
    """
    rng = np.random.default_rng(world_stream(split, seed, index).spawn(2)[0])
    further = reaches_further(split, index)
    ranges = dict(FURTHER_RANGES if further else RANGES)
    scenario = "further than usual" if further else "usual"
    if split == "stress":
        scenario = list(STRESS_SCENARIOS)[index % len(STRESS_SCENARIOS)]
        ranges |= STRESS_SCENARIOS[scenario]
    drawn = {name: ranges[name].draw(rng) for name in sorted(ranges)}
    days = int(drawn["days"])
    # Few store-items teach little about peers: at least 25 items a store where the row count allows.
    stores = max(1, min(int(drawn["stores"]), rows // (days * 25)))
    items = max(12, round(rows / (days * stores)))
    drawn |= {"days": days, "stores": stores, "items": items}
    wanted = {field.name for field in fields(WorldParameters)}
    return WorldParameters(
        split=split,
        scenario=scenario,
        seed=seed,
        index=index,
        **{k: v for k, v in drawn.items() if k in wanted | {"items"}},
    )
