"""The simulator held against published figures; the same table as `python -m simulator calibrate`."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.calibrate import Compared, compare, simulate_worlds
from simulator.published import PUBLISHED, Published
from simulator.summary import summarise
from simulator.world import History


@pytest.fixture(scope="module")
def worlds() -> list[History]:
    return simulate_worlds("train", 40, 30_000, 1)


@pytest.fixture(scope="module")
def compared(worlds: list[History]) -> dict[str, Compared]:
    return {row.published.name: row for row in compare(worlds)}


@pytest.mark.parametrize("figure", PUBLISHED, ids=lambda figure: figure.name)
def test_a_published_figure_is_met(figure: Published, compared: dict[str, Compared]) -> None:
    row = compared[figure.name]
    assert figure.low <= row.simulated <= figure.high, f"{row.simulated:.3f}, published {figure.value} ({figure.source})"


def test_nearly_every_world_is_a_plausible_one(worlds: list[History]) -> None:
    summaries = [summarise(history) for history in worlds]
    phantom = np.array([summary["phantom_share"] for summary in summaries])
    empty = np.array([summary["out_of_stock"] for summary in summaries])
    assert ((phantom >= 0.02) & (phantom <= 0.1)).mean() >= 0.8
    assert ((empty >= 0.02) & (empty <= 0.13)).mean() >= 0.85


def test_one_loss_costs_more_sales_than_units_because_the_record_stops_the_orders(worlds: list[History]) -> None:
    lost_under_phantom = sum(int(history.lost[history.phantom].sum()) for history in worlds)
    units_gone = sum(float(history.unseen_loss.sum()) for history in worlds)
    assert lost_under_phantom > units_gone
