"""How far a feature stands from what was learned. The same cases stand in population-stability.test.ts."""

from __future__ import annotations

import math

import numpy as np
import pytest

from pipeline.manifest import feature_quantiles
from pipeline.stability import stability


def quantiles_of(column: np.ndarray, worlds: tuple[np.ndarray, ...] = ()) -> dict[str, float | list[float]]:
    return feature_quantiles(column[:, None], ("x",), [world[:, None] for world in worlds])["x"]


def test_rows_like_those_of_the_training_have_not_moved() -> None:
    column = np.random.default_rng(1).normal(size=20_000)
    assert stability(column, quantiles_of(column)) == pytest.approx(0, abs=1e-6)


def test_a_heap_of_equal_values_has_its_exact_share() -> None:
    column = np.r_[np.zeros(94), np.ones(6)]
    learned = quantiles_of(column)
    assert learned["at_or_below"] == [0.94] * 10 + [1.0]
    # By hand: .7 and .3 here, .94 and .06 learned.
    here = np.r_[np.zeros(70), np.ones(30)]
    expected = (0.7 - 0.94) * math.log(0.7 / 0.94) + (0.3 - 0.06) * math.log(0.3 / 0.06)
    assert stability(here, learned) == pytest.approx(expected, abs=1e-9)


def test_missing_values_are_a_bin_of_their_own() -> None:
    learned = quantiles_of(np.r_[np.full(50, np.nan), np.arange(50)])
    gone = stability(np.full(10, np.nan), learned)
    known = stability(np.arange(50.0), learned)
    assert gone > 1
    assert known > 1


def test_worlds_that_differ_among_themselves_excuse_as_much_drift() -> None:
    generator = np.random.default_rng(2)
    alike = tuple(generator.normal(size=2_000) for _ in range(20))
    apart = tuple(generator.normal(loc=shift, size=2_000) for shift in np.linspace(-2, 2, 20))
    near = quantiles_of(np.concatenate(alike), alike)["psi_of_worlds"]
    far = quantiles_of(np.concatenate(apart), apart)["psi_of_worlds"]
    assert near < 0.05
    assert far > 0.5
