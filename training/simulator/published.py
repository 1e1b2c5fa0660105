"""Published figures that simulated worlds are held against, each with its source and the range that we accept.

A range is wider than the study's own spread where worlds are meant to differ more than the study's
stores did. Figures about demand are of sales, stock-outs included, on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Published:
    """One figure: `value` as published (None where the source gives a range only), accepted from `low` to `high`."""

    name: str
    low: float
    high: float
    value: float | None
    source: str


M5 = "M5 (Walmart), 204 random series of 2015-16"
M5_RUNS = "M5, as above; above 5 a day: 45 fast movers, 224 series-years"
M5_AUDIT = "M5, all 30,490 series"

VELOCITY_BANDS = ((0.0, 0.1), (0.1, 0.25), (0.25, 0.5), (0.5, 1.0), (1.0, 2.0), (2.0, 5.0), (5.0, 1e9))
"""Mean units a day: the bands in which dispersion and zero runs are compared."""


def band_name(low: float, high: float) -> str:
    """The band as words."""
    return f"{low:g}-{high:g}/day" if high < 1e9 else f"over {low:g}/day"


def _by_band(what: str, values: tuple[float, ...], slack: float, source: str) -> list[Published]:
    return [
        Published(f"{what}, {band_name(*band)}", value / slack, value * slack, value, source)
        for band, value in zip(VELOCITY_BANDS, values, strict=True)
    ]


PUBLISHED: tuple[Published, ...] = (
    Published('mean units a day', 0.8, 2.2, 1.131, M5_AUDIT),
    Published('share of days without a sale', 0.5, 0.72, 0.68, M5_AUDIT),
    Published('log of mean units a day, FOODS', -0.4, 0.6, 0.074, M5),
    Published('log of mean units a day, HOUSEHOLD', -1.35, -0.4, -0.914, M5),
    Published('log of mean units a day, HOBBIES', -1.5, -0.5, -0.951, M5),
    Published('spread of that log, all', 0.95, 1.5, 1.216, M5),
    Published('smooth series', 0.03, 0.25, 0.10, M5),
    Published('erratic series', 0.0, 0.12, 0.01, M5),
    Published('intermittent series', 0.5, 0.85, 0.75, M5),
    Published('lumpy series', 0.04, 0.3, 0.13, M5),
    *_by_band('variance over mean in 28 days', (1.0, 1.0, 1.074, 1.212, 1.548, 1.544, 2.9), 1.6, M5),
    *_by_band('zero run, median days', (8, 4, 2, 2, 1, 1, 1), 2.01, M5),
    *_by_band('zero run, 90th percentile', (34, 16, 7, 5, 3, 3, 4), 2.01, M5),
    *_by_band('zero runs of 28 days a series-year', (3.491, 1.212, 0.539, 0.416, 0.295, 0.384, 0.098), 4.0, M5_RUNS),
    Published('surprising zero runs (p < .001) a series-year', 0.5, 2.0, 0.99, M5),
    Published('Saturday over Tuesday, FOODS', 1.15, 1.5, 1.305, 'M5, store-department totals'),
    Published('Saturday over Tuesday, HOUSEHOLD', 1.2, 1.75, 1.461, 'M5, store-department totals'),
    Published('Saturday over Tuesday, HOBBIES', 1.1, 1.6, 1.277, 'M5, store-department totals'),
    Published('records wrong', 0.4, 0.65, 0.60, 'ECR Retail Loss 2016: .47, 2019: .60; DeHoratius & Raman 2008: .65'),
    Published('of these, less in store than on record', 0.5, 0.8, 0.59, 'ECR Retail Loss 2016'),
    Published('units wrong where a record is above', 2.0, 9.0, 6.6, 'ECR Retail Loss 2019'),
    Published('shelves empty', 0.03, 0.1, 0.083, 'Gruen & Corsten; audits of Andaur et al. 2021: .10 and .029'),
    Published('of these, stock in the backroom', 0.05, 0.4, 0.25, 'Gruen & Corsten, at any hour; ours at close'),
    Published('unseen losses over units sold', 0.01, 0.03, 0.014, 'shrink surveys: 1.4 % in general, 2.7 % in grocery'),
    Published('candidates truly phantom', 0.02, 0.1, None, 'what field programmes found, 2 to 10 %'),
    Published('units of sales lost by a further unit of shrink', 1.0, 6.0, None, 'field programmes: lost sales grow faster than shrink'),
    Published('"no sale for 28 days" right', 0.15, 0.35, 0.155, '3,220 shelves checked on a zero-streak rule: .155, best departments .35'),
    Published('low record first, empty shelves against random', 4.0, 40.0, 8.0, 'drugstore chain, M&SOM 2022.1119'),
    Published('AUC of the best single feature', 0.6, 0.9, None, 'a detector that needs one column would be known'),
)  # fmt: skip
