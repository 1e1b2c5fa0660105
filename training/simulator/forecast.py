"""The forecast in the file: fitted on recorded sales, so it sinks while a shelf is empty (Mersereau 2012)."""

from __future__ import annotations

import numpy as np

from simulator.assortment import Items, Pairs
from simulator.demand import Demand
from simulator.parameters import WorldParameters


class Forecaster:
    """Level per store-item, kept day by day from recorded sales; a weekday and promotion shape on top."""

    def __init__(
        self,
        p: WorldParameters,
        items: Items,
        pairs: Pairs,
        demand: Demand,
        weekday: np.ndarray,
        rng: np.random.Generator,
    ) -> None:
        self.p = p
        self.pairs = pairs
        self.weekday = weekday
        self.profile = demand.weekday_index[items.category][pairs.item]  # [store-items, 7]
        self.on_promo = demand.on_promo
        self.sold = np.zeros(demand.expected.shape, dtype=np.float32)
        n = len(pairs.item)
        # Planners know items roughly, and revise seldom.
        self.level = pairs.base_rate * np.exp(0.2 * rng.standard_normal(n))
        self.bias = p.forecast_bias * np.exp(0.1 * rng.standard_normal(n))
        self.knows_promotions = rng.random() < 0.6
        self.uplift = p.promotion_uplift * rng.uniform(0.7, 1.2)
        self.rng = rng
        self.running = np.zeros(n)

    def learn(self, day: int, sold: np.ndarray) -> None:
        """Take in the recorded sales of `day`."""
        p, window = self.p, self.p.forecast_window
        self.sold[day] = sold
        self.running += sold
        if day >= window:
            self.running -= self.sold[day - window]
        if p.forecast_method == "moving-average":
            self.level = np.maximum(0, self.running) / min(day + 1, window) if day >= 6 else self.level
        elif p.forecast_method == "smoothing":
            alpha = 2.0 / (window + 1)
            self.level = np.maximum(0, self.level + alpha * (sold - self.level))
        elif p.forecast_method == "planner" and day % 42 == 41:
            recent = np.maximum(0, self.sold[max(0, day - 83) : day + 1]).mean(axis=0)
            self.level = 0.5 * self.level + 0.5 * recent

    def mean_level(self, day: int) -> np.ndarray:
        """Units a day that replenishment plans with, weekdays aside."""
        if self.p.forecast_method == "same-weekday":
            past = self.sold[max(0, day - 28) : day]
            return self.bias * (np.maximum(0, past.mean(axis=0)) if len(past) >= 14 else self.level)
        return self.bias * self.level

    def for_day(self, day: int, open_today: np.ndarray) -> np.ndarray:
        """Forecast of `day`, made before it: units per store-item."""
        if self.p.forecast_method == "same-weekday":
            back = [day - 7 * week for week in (1, 2, 3, 4) if day - 7 * week >= 0]
            forecast = self.bias * (np.maximum(0, self.sold[back].mean(axis=0)) if len(back) >= 2 else self.level)
        else:
            forecast = self.bias * self.level * self.profile[:, self.weekday[day]]
        if self.knows_promotions:
            forecast = forecast * np.where(self.on_promo[day, self.pairs.item], self.uplift, 1.0)
        if self.p.forecast_noise_sd > 0:
            forecast = forecast * np.exp(self.p.forecast_noise_sd * self.rng.standard_normal(len(forecast)))
        if self.p.range_known:
            forecast = forecast * (day < self.pairs.removed)
        return forecast * open_today
