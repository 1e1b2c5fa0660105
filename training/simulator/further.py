"""Ranges that reach further than the usual ones, so that models and thresholds have met more than what is likely."""

from __future__ import annotations

from simulator.draws import Draw, LogUniform, Sometimes, Uniform
from simulator.ranges import RANGES

REACH = 1.5
"""Factor by which both ends of a range move outward; the stress scenarios begin where this ends."""

KEPT = {
    # Shape and quality of the extract, and the calendar, are as files have them; tiny stores and dirty files are for stress worlds.
    *("days", "stores", "first_day", "categories", "holidays_per_year", "holiday_closed_share"),
    *("optional_column_share", "forecast_column_share", "missing_row_share", "missing_store_days", "restated_share"),
    # Neither rates nor sizes: a shift of a logarithm, balances of two sides, factors that 1 divides.
    *("velocity_shift", "velocity_spread", "receiving_bias_to_short", "forecast_bias", "promotion_uplift"),
}
"""Parameters that stay as they are; so do all that are drawn from a list or as whole numbers."""


def further(draw: Draw) -> Draw:
    """The same kind of draw with its low end divided and its high end multiplied by REACH.

    Shares and chances that lie near 1 reach further in their complement, and none goes beyond .97.
    """
    if isinstance(draw, Sometimes):
        inner = further(draw.otherwise)
        assert isinstance(inner, Uniform | LogUniform)
        return Sometimes(draw.zero_share, inner, draw.meaning)
    if isinstance(draw, Uniform) and draw.low >= 0.5 and draw.high <= 1:
        return Uniform(1 - (1 - draw.low) * REACH, 1 - (1 - draw.high) / REACH, draw.meaning)
    if isinstance(draw, Uniform | LogUniform):
        high = draw.high * REACH
        return type(draw)(draw.low / REACH, high if draw.high > 1 else min(high, 0.97), draw.meaning)
    return draw


FURTHER_RANGES: dict[str, Draw] = {name: draw if name in KEPT else further(draw) for name, draw in RANGES.items()}
