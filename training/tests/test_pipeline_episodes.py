"""Spells found, days until found and lost units, against counting by hand over drawn sets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from drawn_set import drawn_set, resampled
from made_worlds import made_world

from pipeline.bootstrap import item_weights
from pipeline.episodes import Episodes, episode_measures, lost_under_alert, weighted_median
from pipeline.scored_set import ScoredSet
from pipeline.truth import first_days, truth_of


def counted(scored: ScoredSet, alert: np.ndarray, daily_sellers: bool) -> tuple[float, float]:
    """Share found and median days, spell by spell."""
    found, days = [], []
    for spell in np.unique(scored.spell[scored.spell >= 0]):
        rows = np.flatnonzero(scored.spell == spell)
        if len(rows) < 3 or (daily_sellers and scored.item_rate[rows[0]] < 1):
            continue
        alerted = scored.day[rows][alert[rows]]
        found.append(len(alerted) > 0)
        begins = scored.spell_begins[rows[0]]
        if len(alerted) and scored.day[rows].min() == begins:
            days.append(alerted.min() - begins)
    share = float(np.mean(found)) if found else float("nan")
    return share, float(np.quantile(days, 0.5, method="inverted_cdf")) if days else float("nan")


def measured(scored: ScoredSet, alert: np.ndarray, weight: np.ndarray) -> dict[str, float]:
    episodes = Episodes.of(scored.spell, scored.day, scored.spell_begins, scored.item_rate)
    return episode_measures(episodes, episodes.days_until_alert(alert, scored.day), weight)


@pytest.mark.parametrize("seed", range(6))
def test_spells_are_found_as_one_counts_them_by_hand_in_any_order_of_rows(seed: int) -> None:
    drawn = drawn_set(seed)
    scored = drawn.only(np.random.default_rng(seed).permutation(drawn.rows))
    alert = scored.scores["one"] >= 0.5
    found = measured(scored, alert, np.ones(scored.rows))
    assert (found["episodes_found"], found["days_to_find"]) == pytest.approx(counted(scored, alert, False))
    assert (found["episodes_found_selling_daily"], found["days_to_find_selling_daily"]) == pytest.approx(
        counted(scored, alert, True), nan_ok=True
    )


@pytest.mark.parametrize("seed", range(4))
def test_a_weight_of_two_is_the_item_twice(seed: int) -> None:
    scored = drawn_set(seed)
    weight = item_weights(scored.item, 1, seed)[0]
    alert = scored.scores["one"] >= 0.5
    twice = resampled(scored, weight)
    again = measured(twice, twice.scores["one"] >= 0.5, np.ones(twice.rows))
    assert measured(scored, alert, weight) == pytest.approx(again, nan_ok=True)
    assert lost_under_alert(alert, scored.lost, scored.label, weight) == pytest.approx(
        lost_under_alert(twice.scores["one"] >= 0.5, twice.lost, twice.label, np.ones(twice.rows))
    )


def test_alerting_on_everything_finds_every_spell_on_its_first_day_and_on_nothing_none() -> None:
    scored = drawn_set(1)
    every = measured(scored, np.ones(scored.rows, dtype=bool), np.ones(scored.rows))
    assert every["episodes_found"] == 1 and every["days_to_find"] == 0
    none = measured(scored, np.zeros(scored.rows, dtype=bool), np.ones(scored.rows))
    assert none["episodes_found"] == 0 and np.isnan(none["days_to_find"])
    assert lost_under_alert(np.ones(scored.rows, dtype=bool), scored.lost, scored.label, np.ones(scored.rows)) == 1


def test_a_spell_that_began_before_it_could_be_alerted_does_not_say_how_long_finding_takes() -> None:
    spell, day = np.array([7, 7, 7]), np.array([10, 11, 12])
    late = Episodes.of(spell, day, begins=np.array([2, 2, 2]), item_rate=np.ones(3))
    alert = np.array([True, True, True])
    found = episode_measures(late, late.days_until_alert(alert, day), np.ones(3))
    assert found["episodes_found"] == 1 and np.isnan(found["days_to_find"])


def test_two_days_are_no_episode() -> None:
    scored = Episodes.of(np.array([3, 3, -1]), np.array([5, 6, 7]), np.array([5, 5, 0]), np.ones(3))
    assert len(scored.row) == 0
    assert np.isnan(episode_measures(scored, scored.days_until_alert(np.ones(3, dtype=bool), np.arange(3)), np.ones(3))["episodes_found"])


def test_the_first_day_of_a_spell_counts_days_on_which_it_was_no_candidate() -> None:
    spell = np.array([-1, 0, 0, 1, 1])
    assert first_days(spell, np.array([1, 4, 5, 9, 8])).tolist() == [0, 4, 4, 8, 8]
    assert first_days(np.array([-1, -1]), np.array([1, 2])).tolist() == [0, 0]


@pytest.mark.parametrize("seed", range(10))
def test_the_weighted_median_is_the_median_of_repeated_values(seed: int) -> None:
    generator = np.random.default_rng(seed)
    value, weight = generator.integers(0, 6, 15), generator.integers(0, 4, 15).astype(np.float64)
    repeated = np.repeat(value, weight.astype(int))
    assert weighted_median(value, weight) == np.quantile(repeated, 0.5, method="inverted_cdf")


def test_the_truth_of_a_csv_row_reaches_its_row_of_features_and_a_day_left_out_has_none(tmp_path: Path) -> None:
    world = made_world(1, items=2, days=30)
    # The CSV held the rows backwards and left one day out.
    record = np.arange(world.rows, dtype=np.int32)[::-1].copy()
    record[4] = -1
    world = replace(world, record=record)
    wanted = np.where(np.arange(world.rows) < 30, 0.0, 2.0)
    np.savez(
        tmp_path / f"{world.name}.truth.npz",
        spell=np.where(np.arange(world.rows) >= 58, 5, -1),
        lost=np.arange(world.rows),
        expected_demand=wanted,
        backroom_only=np.arange(world.rows) == 59,
    )
    truth = truth_of(world, tmp_path)
    assert truth.spell[:3].tolist() == [5, 5, -1] and truth.spell_begins[:3].tolist() == [world.day[0], world.day[0], 0]
    assert truth.lost[0] == 59 and truth.lost[4] == 0
    assert truth.in_backroom.tolist() == [True, *([False] * (world.rows - 1))]
    # The first item's rows of features are the last of the CSV: wanted twice a day; the second is wanted by nobody.
    assert np.allclose(truth.item_rate[:30], 2) and np.allclose(truth.item_rate[30:], 0)
    assert not truth.unwanted[:30].any() and truth.unwanted[30:].all()
