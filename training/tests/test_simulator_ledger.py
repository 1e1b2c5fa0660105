"""Claims about the two ledgers of a simulated world."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.assortment import Pairs
from simulator.extract import make_extract
from simulator.parameters import SPLITS, draw_parameters
from simulator.stock import Cause, StockState
from simulator.world import simulate


@pytest.mark.parametrize("split", SPLITS)
def test_every_error_of_a_record_has_a_cause(split: str) -> None:
    gaps: list[int] = []

    def check(state: StockState, _pairs: Pairs, _day: int, _posted: np.ndarray) -> None:
        gaps.append(int(np.abs(state.record - state.sellable - state.blame.sum(axis=0)).max()))

    simulate(draw_parameters(split, 3, 1, 6000), story=check)
    assert gaps and max(gaps) == 0


def test_nothing_physical_is_ever_negative_and_the_record_may_be() -> None:
    histories = [simulate(draw_parameters("train", 5, index, 15000)) for index in range(3)]
    for h in histories:
        assert min(h.shelf.min(), h.backroom.min(), h.misplaced.min(), h.lost.min()) >= 0
    assert min(h.on_hand.min() for h in histories) < 0


def test_phantom_means_stock_on_record_and_nothing_sellable_in_the_store() -> None:
    h = simulate(draw_parameters("train", 5, 2, 15000))
    assert np.array_equal(h.phantom, (h.on_hand > 0) & (h.shelf + h.backroom == 0))
    assert (h.cause[h.phantom] != Cause.NONE).all() and (h.cause[~h.phantom] == Cause.NONE).all()
    # Units that lie where no shopper finds them are not sellable; backroom stock is.
    assert (h.misplaced[h.phantom] > 0).any()
    assert not h.phantom[h.backroom > 0].any()


def test_the_recorded_ledger_adds_up_where_the_file_says_everything() -> None:
    h = simulate(draw_parameters("calibration", 5, 1, 15000))
    assert np.array_equal(h.on_hand, h.on_hand_open + h.received + h.adjusted - h.sold)


def test_one_seed_is_one_world_bit_for_bit_and_splits_never_share_one() -> None:
    first, again = (make_extract(simulate(draw_parameters("train", 11, 4, 8000))) for _ in range(2))
    assert first.columns.keys() == again.columns.keys()
    assert all(first.columns[name].equals(again.columns[name]) for name in first.columns)
    drawn = [draw_parameters(split, 11, 4, 8000) for split in SPLITS]
    assert len({p.cover_days for p in drawn}) == len(SPLITS)
