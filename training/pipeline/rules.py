"""Rules that real programmes use, as scores beside the models: the bar that a model has to clear.

Every rule sees past and present only. A higher score means a likelier phantom; where a programme
alerts at a fixed value, that is the rule's threshold, and it alerts at or above it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .dataset import World

#: Score of a row for which a rule has no answer: below every answer.
NO_ANSWER = -1e9

#: Shares of no-sale days are held inside this range before logarithms are taken.
SHARE_FLOOR, SHARE_CEILING = 0.02, 0.98

#: Past days that a no-sale share is learned from.
SHARE_WINDOW = 90


@dataclass(frozen=True)
class Rule:
    """A rule by name, with where it alerts (None: a ranking without a fixed threshold)."""

    id: str
    name: str
    threshold: float | None
    score: Callable[[World], np.ndarray]


class Days:
    """Daily sums by series, without one row reaching into another series."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.start = world.series_starts[world.series_position]

    def sum_of_last(self, values: np.ndarray, days: int, skip: int = 0) -> np.ndarray:
        """Sum over the `days` days that end `skip` days ago, as far as the series reaches; NaN counts 0."""
        total = np.r_[0.0, np.cumsum(np.nan_to_num(values))]
        row = np.arange(len(values)) + 1
        end = np.maximum(row - skip, self.start)
        return total[end] - total[np.maximum(end - days, self.start)]

    def since_last(self, event: np.ndarray, values: np.ndarray) -> np.ndarray:
        """Sum of values on the days after the last event up to today; from the first day if there was none."""
        total = np.r_[0.0, np.cumsum(np.nan_to_num(values))]
        row = np.arange(len(values))
        last = np.maximum.accumulate(np.where(event, row + 1, 0))
        return total[1:] - total[np.maximum(last, self.start)]


def _known(values: np.ndarray) -> np.ndarray:
    return np.where(np.isnan(values), NO_ANSWER, values)


def days_without_sale(world: World) -> np.ndarray:
    """n: days since the last sale, since the first day seen where there was none."""
    sold = world.column("sold_today")
    return Days(world).since_last(sold > 0, np.ones(world.rows))


def forecast(world: World) -> np.ndarray:
    """The extract's forecast, or our own where it has none: sales_gap is forecast minus sold."""
    return world.column("sales_gap") + world.column("sold_today")


def days_over_interval(world: World) -> np.ndarray:
    """n x L with L the mean daily sales of the 90 days before the streak: n > N / L is n x L > N."""
    days = Days(world)
    n = days_without_sale(world)
    sold = world.column("sold_today")
    past_days = np.minimum(np.arange(world.rows) - days.start + 1, SHARE_WINDOW)
    # Over the window that holds the streak: sales are those before it, days leave it out.
    mean = days.sum_of_last(sold, SHARE_WINDOW) / np.maximum(past_days - n, 7)
    return n * mean


def _no_sale_share(days: Days, sold: np.ndarray, n: np.ndarray) -> np.ndarray:
    """Share of no-sale days of the window's days before the streak."""
    seen = np.minimum(np.arange(len(sold)) - days.start + 1, SHARE_WINDOW)
    before = np.maximum(seen - n, 0)
    selling = days.sum_of_last((sold > 0).astype(np.float64), SHARE_WINDOW)
    # One imagined day each way keeps short histories away from 0 and 1.
    return np.clip((before - selling + 1) / (before + 2), SHARE_FLOOR, SHARE_CEILING)


def improbable_zero_run(world: World) -> np.ndarray:
    """-n log p0, p0 the past share of no-sale days."""
    sold = world.column("sold_today")
    n = days_without_sale(world)
    return -n * np.log(_no_sale_share(Days(world), sold, n))


def improbable_by_forecast(world: World) -> np.ndarray:
    """Sum of the forecast since the last sale: exp of its negative is Poisson's chance of no sale."""
    sold = world.column("sold_today")
    return Days(world).since_last(sold > 0, np.maximum(forecast(world), 0))


#: Negative binomial size by units a day: real demand is burstier than Poisson (M5 windows of 28 days).
NB_SIZE_AT, NB_SIZE = np.array([0.3, 0.75, 1.5, 3.5, 8.0]), np.array([1.1, 1.5, 1.8, 2.0, 3.9])


def improbable_by_negative_binomial(world: World) -> np.ndarray:
    """-log chance of no sale since the last one, each day negative binomial with the forecast as mean."""
    mean = np.maximum(np.nan_to_num(forecast(world)), 0)
    size = np.interp(mean, NB_SIZE_AT, NB_SIZE)
    return Days(world).since_last(world.column("sold_today") > 0, size * np.log1p(mean / size))


def waiting_time_by_weekday(world: World) -> np.ndarray:
    """-sum of log P(no sale on that weekday) since the last sale, from the weekday's own past."""
    sold = world.column("sold_today")
    weekday = (world.day + 3) % 7
    selling = sold > 0
    days = Days(world)
    log_share = np.zeros(world.rows)
    for day in range(7):
        on_day = weekday == day
        # Up to yesterday: today's own outcome must not teach the share that judges it.
        seen = days.sum_of_last(on_day.astype(np.float64), 182, skip=1)
        sales = days.sum_of_last((on_day & selling).astype(np.float64), 182, skip=1)
        share = np.clip((seen - sales + 1) / (seen + 2), SHARE_FLOOR, SHARE_CEILING)
        log_share[on_day] = np.log(share[on_day])
    return -days.since_last(selling, log_share)


def short_of_forecast(world: World) -> np.ndarray:
    """Days of the last 7 that sold less than .3 of the forecast; ties by the forecast of the week."""
    expected, sold = forecast(world), world.column("sold_today")
    days = Days(world)
    short = days.sum_of_last(((expected > 0) & (sold < 0.3 * expected)).astype(np.float64), 7)
    week = days.sum_of_last(np.maximum(expected, 0), 7)
    return short + week / (week + 1) * 0.99


def velocity_drop(world: World) -> np.ndarray:
    """1 - mean sales of the last 4 weeks over that of weeks 8 to 20."""
    sold = world.column("sold_today")
    days = Days(world)
    seen = np.clip(np.arange(world.rows) - days.start + 1 - 56, 0, 84)
    earlier = days.sum_of_last(sold, 84, skip=56) / np.where(seen > 0, seen, np.nan)
    lately = days.sum_of_last(sold, 28) / 28
    return _known(1 - lately / np.where(earlier > 0, earlier, np.nan))


def low_record(world: World) -> np.ndarray:
    """Minus recorded on-hand: the emptiest records first."""
    return _known(-world.column("DailyBOH"))


def activity_and_errors(world: World) -> np.ndarray:
    """Mean sales x on-hand x size of past record errors (mean absolute ledger residual)."""
    residual = np.nan_to_num(world.column("residual_abs_mean_90")) + 0.01
    sales = Days(world).sum_of_last(world.column("sold_today"), 28) / 28
    return _known((sales + 0.01) * world.column("DailyBOH") * residual)


def others_sell(world: World) -> np.ndarray:
    """Days without a sale here x share of the other stores that sold the same SKU in the last 7 days."""
    return days_without_sale(world) * np.nan_to_num(world.column("peer_share_selling_7"))


def by_chance(world: World) -> np.ndarray:
    """A random order, always the same for a world's name: what counting anywhere finds."""
    return np.random.default_rng(list(world.name.encode())).random(world.rows)


RULES = (
    Rule("random", "Any shelf with stock on record", None, by_chance),
    Rule("no_sale_28", "No sale for 28 days", 28.0, days_without_sale),
    Rule("n_over_rate", "No sale for three times the usual interval", 3.0, days_over_interval),
    Rule("p0_run", "Run of no-sale days, chance below 5 %", -float(np.log(0.05)), improbable_zero_run),
    Rule("poisson", "Forecast since last sale, Poisson chance below 5 %", -float(np.log(0.05)), improbable_by_forecast),
    Rule(
        "negative_binomial",
        "Forecast since last sale, negative binomial chance below 5 %",
        -float(np.log(0.05)),
        improbable_by_negative_binomial,
    ),
    Rule("weekday_wait", "Waiting time by weekday, chance below 5 %", -float(np.log(0.05)), waiting_time_by_weekday),
    Rule("short_of_forecast", "Under 30 % of forecast on 3 of 7 days", 3.0, short_of_forecast),
    Rule("velocity_drop", "Sales down 70 % on weeks 8 to 20", 0.7, velocity_drop),
    Rule("low_record", "Lowest record first", None, low_record),
    Rule("activity_errors", "Sales x stock x past record errors", None, activity_and_errors),
    Rule("others_sell", "Other stores sell it, this one does not", None, others_sell),
)
