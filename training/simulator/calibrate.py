"""Simulated against published figures, in one table."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count as count_up
from itertools import islice

import numpy as np

from simulator.detect import detection_figures
from simulator.measure import sales_figures, series_of
from simulator.parameters import draw_parameters, reaches_further
from simulator.published import PUBLISHED, Published
from simulator.shrink_response import sales_lost_per_unit_of_shrink
from simulator.summary import summarise
from simulator.world import History, simulate

#: Worlds that are simulated a second time to see what more shrink costs.
SHRUNK = 20


@dataclass(frozen=True)
class Compared:
    """A published figure and what the worlds show; NaN where they show nothing."""

    published: Published
    simulated: float

    @property
    def within(self) -> bool:
        return self.published.low <= self.simulated <= self.published.high


def simulate_worlds(split: str, count: int, rows: int, seed: int) -> list[History]:
    """The first `count` worlds of a split that are drawn from the usual ranges: only they claim to be like published stores."""
    usual = (index for index in count_up() if not reaches_further(split, index))
    return [simulate(draw_parameters(split, seed, index, rows)) for index in islice(usual, count)]


def compare(histories: list[History]) -> list[Compared]:
    """Every published figure beside the one that these worlds show; shares of stock are means over worlds."""
    summaries = [summarise(history) for history in histories]

    def mean(name: str) -> float:
        return float(np.mean([summary[name] for summary in summaries]))

    shown = sales_figures([series for history in histories for series in series_of(history)])
    shown |= detection_figures(histories)
    shown |= {
        "records wrong": mean("records_wrong"),
        "of these, less in store than on record": mean("wrong_below_record"),
        "units wrong where a record is above": mean("units_above"),
        "shelves empty": mean("out_of_stock"),
        "of these, stock in the backroom": mean("backroom_only") / mean("out_of_stock"),
        "unseen losses over units sold": mean("shrink"),
        "candidates truly phantom": mean("phantom_share"),
        "units of sales lost by a further unit of shrink": sales_lost_per_unit_of_shrink(histories[:SHRUNK]),
    }
    return [Compared(published, shown.get(published.name, float("nan"))) for published in PUBLISHED]


def table(rows: list[Compared]) -> str:
    """The comparison as text, one line a figure; `!` marks what lies outside its range."""
    lines = [f"{'figure':52s} {'published':>9s} {'simulated':>9s}  {'accepted':>15s}    source"]
    for row in rows:
        p = row.published
        value = "" if p.value is None else f"{p.value:.3g}"
        accepted = f"{p.low:.3g} to {p.high:.3g}"
        mark = " " if row.within else "!"
        lines.append(f"{p.name:52s} {value:>9s} {row.simulated:9.3f}  {accepted:>15s}  {mark} {p.source}")
    return "\n".join(lines)


def spread(histories: list[History]) -> str:
    """How far worlds differ: range of the main shares over worlds."""
    summaries = [summarise(history) for history in histories]
    lines = []
    for name in ("phantom_share", "out_of_stock", "records_wrong", "wrong_below_record", "shrink", "mean_spell_days"):
        values = np.array([summary[name] for summary in summaries])
        low, middle, high = np.percentile(values, [5, 50, 95])
        lines.append(f"{name:20s} 5 % {low:.3f}   median {middle:.3f}   95 % {high:.3f}")
    return "\n".join(lines)
