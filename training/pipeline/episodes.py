"""Spells of phantom stock as a store lives them: found or not, after how many days, at what loss."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

#: Shorter spells end before anyone could act on an alert.
MINIMUM_SPELL_DAYS = 3

#: Items that sell this many units a day or more are reported apart: their spells cost most and show soonest.
DAILY_SELLER_UNITS = 1.0

#: First alert of a spell without one: later than any day.
NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Episodes:
    """Spells of at least MINIMUM_SPELL_DAYS measured days; one entry a spell, `row` one of its rows."""

    #: Rows of all spells, spell after spell; `start` is where each begins among them.
    rows: np.ndarray
    start: np.ndarray
    row: np.ndarray
    #: First day of the spell.
    begins: np.ndarray
    #: Whether its first day is among the measured ones. Only such spells say how long finding takes:
    #: of the others evidence was gathered before anyone was allowed to alert.
    seen_from_start: np.ndarray
    sells_daily: np.ndarray

    @staticmethod
    def of(spell: np.ndarray, day: np.ndarray, begins: np.ndarray, item_rate: np.ndarray) -> Episodes:
        """From measured rows; `spell` -1 is outside of any."""
        inside = np.flatnonzero(spell >= 0)
        order = inside[np.lexsort((day[inside], spell[inside]))]
        ordered = spell[order]
        first = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]]) if len(order) else np.empty(0, dtype=np.int64)
        length = np.diff(np.r_[first, len(order)])
        long = length >= MINIMUM_SPELL_DAYS
        rows = order[np.repeat(long, length)]
        start = np.r_[0, np.cumsum(length[long])[:-1]] if long.any() else np.empty(0, dtype=np.int64)
        row = rows[start]
        return Episodes(rows, start, row, begins[row], day[row] == begins[row], item_rate[row] >= DAILY_SELLER_UNITS)

    def days_until_alert(self, alert: np.ndarray, day: np.ndarray) -> np.ndarray:
        """Days from the first day of each spell to its first alert: 0 is the same day's close, NEVER none."""
        if len(self.start) == 0:
            return np.empty(0, dtype=np.int64)
        alerted = np.where(alert[self.rows], day[self.rows], NEVER)
        first = np.minimum.reduceat(alerted, self.start)
        return np.where(first == NEVER, NEVER, first - self.begins)


def weighted_median(value: np.ndarray, weight: np.ndarray) -> float:
    """The smallest value that at least half of the weight does not exceed; NaN without weight."""
    order = np.argsort(value, kind="stable")
    total = np.cumsum(weight[order])
    if len(total) == 0 or total[-1] <= 0:
        return float("nan")
    return float(value[order][np.searchsorted(total, total[-1] / 2)])


def episode_measures(episodes: Episodes, waited: np.ndarray, weight: np.ndarray) -> dict[str, float]:
    """Share of spells with an alert inside, and the median days to the first one, of those found.

    `waited` comes from `days_until_alert`; `weight` is one a row. The keys that end in
    `selling_daily` are of items that sell DAILY_SELLER_UNITS or more.
    """
    w = weight[episodes.row]
    found = waited != NEVER
    timed = found & episodes.seen_from_start
    result: dict[str, float] = {}
    for suffix, chosen in (("", np.ones(len(w), dtype=bool)), ("_selling_daily", episodes.sells_daily)):
        total = float(w[chosen].sum())
        result[f"episodes_found{suffix}"] = float(w[chosen & found].sum()) / total if total else float("nan")
        result[f"days_to_find{suffix}"] = weighted_median(waited[chosen & timed], w[chosen & timed])
    return result


def lost_under_alert(alert: np.ndarray, lost: np.ndarray, label: np.ndarray, weight: np.ndarray) -> float:
    """Share of the units lost on phantom rows that were lost while an alert stood; NaN where none was lost."""
    missed = weight * lost * (label > 0)
    total = float(missed.sum())
    return float(missed[alert].sum()) / total if total else float("nan")
