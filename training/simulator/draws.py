"""How one parameter of a world is drawn: each range knows its bounds and its meaning."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

Value = float | int | str


@dataclass(frozen=True)
class Uniform:
    """A number between `low` and `high`, all equally likely."""

    low: float
    high: float
    meaning: str = ""

    def draw(self, rng: np.random.Generator) -> float:
        return float(rng.uniform(self.low, self.high))

    def __str__(self) -> str:
        return f"{self.low:g} to {self.high:g}"


@dataclass(frozen=True)
class LogUniform:
    """A positive number whose logarithm is uniform: rates that differ by factors, not by steps."""

    low: float
    high: float
    meaning: str = ""

    def draw(self, rng: np.random.Generator) -> float:
        return float(math.exp(rng.uniform(math.log(self.low), math.log(self.high))))

    def __str__(self) -> str:
        return f"{self.low:g} to {self.high:g} (log)"


@dataclass(frozen=True)
class Whole:
    """A whole number from `low` to `high`, both included."""

    low: int
    high: int
    meaning: str = ""

    def draw(self, rng: np.random.Generator) -> int:
        return int(rng.integers(self.low, self.high + 1))

    def __str__(self) -> str:
        return f"{self.low} to {self.high}"


@dataclass(frozen=True)
class OneOf:
    """One of the options, with the weights given."""

    options: tuple[Value, ...]
    weights: tuple[float, ...]
    meaning: str = ""

    def draw(self, rng: np.random.Generator) -> Value:
        weights = np.asarray(self.weights, dtype=float)
        return self.options[int(rng.choice(len(self.options), p=weights / weights.sum()))]

    def __str__(self) -> str:
        return ", ".join(f"{option} ({weight:g})" for option, weight in zip(self.options, self.weights, strict=True))


@dataclass(frozen=True)
class Sometimes:
    """Zero in a share of the worlds, else drawn from `otherwise`."""

    zero_share: float
    otherwise: Uniform | LogUniform
    meaning: str = ""

    def draw(self, rng: np.random.Generator) -> float:
        value = self.otherwise.draw(rng)
        return 0.0 if rng.random() < self.zero_share else value

    def __str__(self) -> str:
        return f"0 in {self.zero_share:.0%} of worlds, else {self.otherwise}"


Draw = Uniform | LogUniform | Whole | OneOf | Sometimes
