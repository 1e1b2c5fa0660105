"""Claims about the files that the simulator writes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow.compute as pc
import pytest
from pyarrow import csv

from simulator.demo import CONFUSED, DEMO_SEED, DROPPED, EVENTS, STORES, demo_items, demo_parameters, make_demo, pair_of
from simulator.demo_items import DEMO_ITEMS
from simulator.draws import Draw, OneOf, Sometimes
from simulator.extract import OPTIONAL_COLUMNS, make_extract, write_csv, write_truth
from simulator.further import FURTHER_RANGES
from simulator.market import draw_market
from simulator.parameters import draw_parameters
from simulator.ranges import STRESS_SCENARIOS
from simulator.reference_job import write_reference_job
from simulator.world import History, simulate

SAMPLE = Path(__file__).resolve().parents[2] / "public" / "samples" / "demo-extract.csv"
ALWAYS = ["date", "store_id", "sku_id", "on_hand", "units_sold"]


def dirty_world(**changes: object) -> History:
    usual = draw_parameters("train", 21, 3, 12000)
    dirty = {"restated_share": 0.02, "missing_row_share": 0.03, "missing_store_days": 0.02, "row_order": "shuffled", "sparse": 0.0}
    return simulate(replace(usual, **(dirty | changes)))


def test_truth_lies_beside_the_file_row_by_row_whatever_the_order(tmp_path: Path) -> None:
    history = dirty_world()
    extract = make_extract(history)
    write_csv(extract.columns, tmp_path / "w.csv")
    write_truth(history, extract, tmp_path / "w.npz")
    table, truth = csv.read_csv(tmp_path / "w.csv"), np.load(tmp_path / "w.npz")
    assert len(table) == len(truth["record"])
    label = (truth["record"] > 0) & (truth["shelf"] + truth["backroom"] == 0)
    assert np.array_equal(table["phantom"].to_numpy() == 1, label)
    assert np.array_equal(pc.cast(table["date"], "int32").to_numpy(), truth["day"])
    assert np.array_equal(truth["spell"] >= 0, label)
    assert not (truth["backroom_only"] & label).any()
    assert (truth["expected_demand"][~truth["open"]] == 0).all()


def test_a_restated_day_comes_twice_and_the_last_version_is_right() -> None:
    history = dirty_world(missing_row_share=0.0, missing_store_days=0.0)
    extract = make_extract(history)
    key = extract.pair.astype(np.int64) * 100_000 + extract.day
    again = np.flatnonzero(key[1:] == key[:-1]) + 1
    assert len(again) > 50
    sold = extract.columns["units_sold"].to_numpy()
    right = history.sold[extract.day, extract.pair]
    last = np.ones(len(key), dtype=bool)
    last[again - 1] = False
    assert np.array_equal(sold[last], right[last])
    assert (sold[again - 1] != right[again - 1]).any()


def test_a_sparse_file_has_rows_only_where_something_moved_and_at_both_ends() -> None:
    history = dirty_world(sparse=1.0, missing_row_share=0.0, missing_store_days=0.0)
    extract = make_extract(history)
    at = (extract.day, extract.pair)
    moved = (history.sold[at] != 0) | (history.received[at] != 0) | (history.adjusted[at] != 0)
    ends = (extract.day == 0) | (extract.day == history.parameters.days - 1)
    assert (moved | ends).all()
    assert len(extract.day) < 0.8 * history.listed.sum()


def test_on_hand_read_late_is_the_close_of_the_day_before() -> None:
    history = dirty_world(on_hand_moment="late", restated_share=0.0, row_order="series")
    extract = make_extract(history)
    later = extract.day > 0
    shown = extract.columns["on_hand"].to_numpy()[later]
    assert np.array_equal(shown, history.on_hand[extract.day[later] - 1, extract.pair[later]])


def test_worlds_differ_in_their_columns_and_never_in_those_that_scoring_needs() -> None:
    headers = [list(make_extract(simulate(draw_parameters("train", 31, index, 3000))).columns) for index in range(12)]
    assert len({tuple(header) for header in headers}) > 6
    for header in headers:
        assert header[:5] == ALWAYS and header[-1] == "phantom"
        assert set(header) <= {*ALWAYS, *OPTIONAL_COLUMNS, "forecast_units", "phantom"}
    assert any("forecast_units" not in header for header in headers)


@pytest.mark.parametrize("scenario", STRESS_SCENARIOS)
def test_every_stress_scenario_lies_outside_what_training_saw(scenario: str) -> None:
    def bounds(draw: Draw) -> tuple[float, float] | None:
        inner = draw.otherwise if isinstance(draw, Sometimes) else draw
        return None if isinstance(inner, OneOf) else (inner.low, inner.high)

    pairs = [(bounds(draw), bounds(FURTHER_RANGES[name])) for name, draw in STRESS_SCENARIOS[scenario].items()]
    # Ends that meet (3 x .1 is not quite .3) count as apart.
    assert any(new[0] >= seen[1] - 1e-9 or new[1] <= seen[0] + 1e-9 for new, seen in pairs if new and seen)


def test_the_reference_job_has_ten_columns_and_the_rows_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "job.csv"
    assert write_reference_job(40_000, 1, out) == 40_000
    table = csv.read_csv(out)
    assert (table.num_rows, table.num_columns) == (40_000, 10)
    assert 45 < out.stat().st_size / 40_000 < 60


@pytest.fixture(scope="module")
def demo() -> History:
    return make_demo(DEMO_SEED)[0]


def test_what_befalls_the_demo_chain_is_phantom_on_its_last_day(demo: History) -> None:
    for event in EVENTS:
        pair = pair_of(demo.pairs, event)
        assert len(pair) == 1
        if event.kind == "not posted":
            assert demo.on_hand[-1, pair] < 0 < demo.shelf[-1, pair]
        else:
            assert demo.phantom[-1, pair], event


def test_the_item_that_the_demo_chain_dropped_is_on_record_and_nearly_nowhere_phantom(demo: History) -> None:
    names = [item.name for item in DEMO_ITEMS]
    dropped = demo.pairs.item == names.index(DROPPED)
    assert (demo.on_hand[-1, dropped] > 0).sum() >= 5
    # Where the record was wrong before, it still is.
    assert demo.phantom[-1, dropped].sum() <= 1
    assert (demo.sold[-20:, dropped] == 0).all()


def test_tills_that_confuse_two_yoghurts_lift_one_record_and_sink_the_other() -> None:
    # Without counts, and without the rest of what goes wrong, the gap grows from day to day.
    calm = replace(
        demo_parameters(1), shrink_share=0.0, misplaced_per_year=0.0, receiving_error_rate=0.0, counts_per_year=0.0,
        gap_check_chance=0.0, negative_fix_chance=0.0, double_scan_rate=0.0, return_rate=0.0,
    )  # fmt: skip
    history = simulate(calm, make_market=partial(draw_market, make_items=demo_items))
    error = history.on_hand[-1] - history.shelf[-1] - history.backroom[-1]
    names = [item.name for item in DEMO_ITEMS]
    first, second = (history.pairs.item == names.index(name) for name in CONFUSED)
    assert error[first].max() > 50
    assert error[second].min() < -50


def test_the_bundled_demo_extract_is_this_chain() -> None:
    table = csv.read_csv(
        SAMPLE, convert_options=csv.ConvertOptions(column_types={"store_id": "string", "sku_id": "string", "aisle": "string"})
    )
    assert 90_000 < table.num_rows < 110_000
    assert set(table["store_id"].unique().to_pylist()) == set(STORES)
    assert set(table["item_name"].unique().to_pylist()) <= {item.name for item in DEMO_ITEMS}
    last = table.filter(pc.equal(table["date"], pc.max(table["date"])))
    for event in EVENTS:
        chosen = pc.and_(pc.equal(last["store_id"], STORES[event.store]), pc.equal(last["item_name"], event.item))
        row = last.filter(chosen).to_pylist()
        assert len(row) == 1
        assert row[0]["phantom"] == (0 if event.kind == "not posted" else 1)
