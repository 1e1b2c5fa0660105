"""Measure simulated sales the way the published figures were measured."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simulator.calendar import weekday_of
from simulator.published import VELOCITY_BANDS, band_name
from simulator.world import History

Sums = dict[str, list[float]]
"""Figure name -> values to average over worlds (shares are pooled by the caller's weights)."""


@dataclass
class Series:
    """Recorded sales of one store-item from its first sale on, negative days counted as 0."""

    group: str
    sold: np.ndarray
    weekday: np.ndarray

    @property
    def mean(self) -> float:
        return float(self.sold.mean())


def series_of(history: History) -> list[Series]:
    """The series of a world that the studies would have kept: still sold, closed days dropped, leading zeros trimmed."""
    p = history.parameters
    weekday = weekday_of(history.window(history.calendar.epoch_day))
    open_ = history.window(history.calendar.open)
    out = []
    for pair in range(len(history.pairs.item)):
        if history.pairs.delisted[pair] < p.total_days:
            continue
        keep = open_[:, history.pairs.store[pair]] & history.listed[:, pair]
        sold = np.maximum(0, history.sold[keep, pair])
        if not sold.any():
            continue
        first = int(np.argmax(sold > 0))
        if len(sold) - first >= 56:
            group = history.items.categories[history.items.category[history.pairs.item[pair]]].group
            out.append(Series(group, sold[first:], weekday[keep][first:]))
    return out


def zero_runs(sold: np.ndarray) -> np.ndarray:
    """Lengths of the runs of days without a sale."""
    padded = np.concatenate([[1], sold, [1]])
    return (lengths := np.diff(np.flatnonzero(padded != 0)) - 1)[lengths > 0]


def dispersion_28(sold: np.ndarray) -> float:
    """Median over 28-day windows of variance over mean."""
    windows = sold[: len(sold) // 28 * 28].reshape(-1, 28)
    windows = windows[windows.sum(axis=1) > 0]
    return float(np.median(windows.var(axis=1, ddof=1) / windows.mean(axis=1))) if len(windows) else np.nan


def demand_class(sold: np.ndarray) -> str:
    """Syntetos and Boylan: interval between sales against 1.32, squared variation of their size against .49."""
    sizes = sold[sold > 0]
    interval = len(sold) / len(sizes)
    variation = (sizes.std() / sizes.mean()) ** 2
    if interval < 1.32:
        return "smooth" if variation < 0.49 else "erratic"
    return "intermittent" if variation < 0.49 else "lumpy"


def surprising_runs(sold: np.ndarray) -> int:
    """Zero runs that begin after 28 days and are less likely than .001 by the zero share of the 56 days before."""
    found, start = 0, 0
    zero = sold == 0
    while start < len(sold):
        if not zero[start]:
            start += 1
            continue
        end = start
        while end < len(sold) and zero[end]:
            end += 1
        if start >= 28:
            before = zero[max(0, start - 56) : start]
            p0 = (before.sum() + 0.5) / (len(before) + 1)
            found += p0 ** (end - start) < 1e-3
        start = end
    return found


def sales_figures(series: list[Series]) -> dict[str, float]:
    """The figures about demand, over all series given."""
    means = np.array([s.mean for s in series])
    years = np.array([len(s.sold) / 365 for s in series])
    groups = np.array([s.group for s in series])
    classes = [demand_class(s.sold) for s in series]
    out = {
        "mean units a day": float(means.mean()),
        "share of days without a sale": float(np.mean([(s.sold == 0).mean() for s in series])),
        "spread of that log, all": float(np.log(means).std()),
        "surprising zero runs (p < .001) a series-year": sum(surprising_runs(s.sold) for s in series) / years.sum(),
    }
    for name in ("smooth", "erratic", "intermittent", "lumpy"):
        out[f"{name} series"] = classes.count(name) / len(classes)
    for group in ("FOODS", "HOUSEHOLD", "HOBBIES"):
        chosen = [series[at] for at in np.flatnonzero(groups == group)]
        if not chosen:
            continue
        out[f"log of mean units a day, {group}"] = float(np.log([s.mean for s in chosen]).mean())
        sold = np.concatenate([s.sold for s in chosen])
        weekday = np.concatenate([s.weekday for s in chosen])
        out[f"Saturday over Tuesday, {group}"] = float(sold[weekday == 5].mean() / sold[weekday == 1].mean())
    for low, high in VELOCITY_BANDS:
        chosen = [s for s in series if low <= s.mean < high]
        if not chosen:
            continue
        band = band_name(low, high)
        runs = np.concatenate([zero_runs(s.sold) for s in chosen])
        out[f"variance over mean in 28 days, {band}"] = float(np.nanmedian([dispersion_28(s.sold) for s in chosen]))
        if len(runs):
            out[f"zero run, median days, {band}"] = float(np.median(runs))
            out[f"zero run, 90th percentile, {band}"] = float(np.percentile(runs, 90))
        long_runs = int((runs >= 28).sum())
        out[f"zero runs of 28 days a series-year, {band}"] = long_runs / sum(len(s.sold) / 365 for s in chosen)
    return out
