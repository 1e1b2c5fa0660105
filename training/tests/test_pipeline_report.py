"""The report holds what its parts say: bands, parts of the ceiling, the combined score, the two studies."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from drawn_set import drawn_set
from made_worlds import NAMES, made_world
from sklearn.metrics import average_precision_score

from pipeline.ablation import ablate, columns_without, families_of
from pipeline.bands import HISTORY_FROM, VELOCITY_FROM
from pipeline.bootstrap import estimate, part_of
from pipeline.columns import tree_column_names
from pipeline.combined import combine, mean_margin, write_combined
from pipeline.evaluate import as_text, report_scenarios
from pipeline.leak import Rows, days_since, held_out, rule_label
from pipeline.measures import precision_of_top, top_of_store_days
from pipeline.plan import SMALL
from pipeline.report import Contestant, report_set
from pipeline.scored_set import ScoredSet

CONTESTANTS = [
    Contestant("one", "One", 0.5, "model"),
    Contestant("ceiling", "Ceiling", 0.5, "ceiling"),
    Contestant("rule", "Rule", None, "rule"),
]


def with_ceiling(seed: int) -> ScoredSet:
    """A drawn set in which the second score plays the ceiling and a bad rule stands by."""
    scored = drawn_set(seed)
    return replace(scored, scores={**scored.scores, "ceiling": scored.scores["two"], "rule": -scored.scores["one"]})


def test_a_model_as_a_part_of_the_ceiling_is_the_ratio_of_their_figures() -> None:
    report = report_set(with_ceiling(1), CONTESTANTS, replicates=20, seed=1)
    model, ceiling = report["models"]["one"], report["ceiling"]
    for name, part in model["part_of_ceiling"].items():
        assert part["value"] == pytest.approx(model[name]["value"] / ceiling[name]["value"], abs=1e-4)
        assert part["low"] <= part["value"] <= part["high"]
    assert "part_of_ceiling" not in ceiling
    assert "lost_units_under_alert" not in report["rules"]["rule"]


def test_a_score_against_itself_is_all_of_the_ceiling_in_every_replicate() -> None:
    values = np.array([0.4, 0.3, 0.5])
    assert part_of(values, values) == {"value": 1.0, "low": 1.0, "high": 1.0}
    assert part_of(values, np.zeros(3)) is None
    assert estimate(np.array([np.nan, 1.0])) is None


@pytest.mark.parametrize("seed", range(3))
def test_bands_part_the_rows_and_measure_their_own_alone(seed: int) -> None:
    scored = with_ceiling(seed)
    report = report_set(scored, CONTESTANTS, replicates=5, seed=1, with_bands=True)
    for bands, value, bounds in (
        (report["bands"]["velocity"], scored.item_rate, VELOCITY_FROM),
        (report["bands"]["history"], scored.history_days, HISTORY_FROM),
    ):
        assert [band["from"] for band in bands] == list(bounds)
        assert sum(band["candidates"] for band in bands) == scored.rows
        assert sum(band["positives"] for band in bands) == report["positives"]
        for band in bands:
            inside = (value >= band["from"]) & (value < (band["below"] or np.inf))
            assert band["too_few"] == (scored.label[inside].sum() < 30)
            if band["measured"]:
                expected = average_precision_score(scored.label[inside], scored.scores["one"][inside])
                assert band["measured"]["one"]["average_precision"]["value"] == pytest.approx(expected, abs=1e-5)


def test_precision_at_a_budget_is_that_of_the_best_rows_of_each_store_and_day() -> None:
    scored = drawn_set(3)
    tie_break = np.random.default_rng(1).permutation(scored.rows)
    place = top_of_store_days(scored.scores["one"], scored.store_day, tie_break)
    taken = []
    for key in np.unique(scored.store_day):
        rows = np.flatnonzero(scored.store_day == key)
        taken += sorted(rows, key=lambda row: (-scored.scores["one"][row], tie_break[row]))[:5]
    assert precision_of_top(place, scored.label, np.ones(scored.rows), 5) == pytest.approx(scored.label[taken].mean())


@pytest.mark.parametrize("seed", range(3))
def test_wrong_alerts_are_told_apart_as_one_counts_them_by_hand(seed: int) -> None:
    scored = with_ceiling(seed)
    model = report_set(scored, CONTESTANTS, replicates=5, seed=1)["models"]["one"]
    wrong = [row for row in range(scored.rows) if scored.scores["one"][row] >= 0.5 and scored.label[row] == 0]
    unwanted = [row for row in wrong if scored.unwanted[row]]
    in_backroom = [row for row in wrong if scored.in_backroom[row] and not scored.unwanted[row]]
    assert len(wrong) > 0
    assert model["false_alerts_unwanted"]["value"] == pytest.approx(len(unwanted) / len(wrong), abs=1e-5)
    assert model["false_alerts_in_backroom"]["value"] == pytest.approx(len(in_backroom) / len(wrong), abs=1e-5)


def test_what_wrong_alerts_are_is_not_said_where_the_truth_does_not_know_it() -> None:
    scored = replace(with_ceiling(1), unwanted=None, in_backroom=None)
    model = report_set(scored, CONTESTANTS, replicates=2, seed=1)["models"]["one"]
    assert not [name for name in model if name.startswith("false_alerts")]


def test_every_stress_scenario_is_measured_on_its_own_worlds() -> None:
    scored = with_ceiling(2)
    plan = replace(SMALL, bootstrap=3)
    reports = report_scenarios(scored, ["storms", "counts"], CONTESTANTS, plan)
    assert [report["scenario"] for report in reports] == ["storms", "counts"]
    second = scored.world == 1
    assert reports[1]["candidates"] == second.sum() and reports[1]["worlds"] == 1
    expected = average_precision_score(scored.label[second], scored.scores["one"][second])
    assert reports[1]["models"]["one"]["average_precision"]["value"] == pytest.approx(expected, abs=1e-5)


def test_all_four_is_the_calibrated_mean_of_log_odds_that_its_file_describes(tmp_path: Path) -> None:
    scored = drawn_set(4)
    combined = combine(scored, ["usual"] * scored.worlds, ["one", "two"], replicates=10, seed=1)
    write_combined(combined, tmp_path)
    formula = json.loads((tmp_path / "combined.json").read_text())
    limit = formula["probability_limit"]
    held = [np.clip(scored.scores[key], limit, 1 - limit) for key in formula["models"]]
    mean = sum(np.log(p / (1 - p)) for p in held) / len(held)
    by_file = 1 / (1 + np.exp(-(formula["slope"] * mean + formula["offset"])))
    assert np.allclose(by_file, combined.probability(scored.scores), atol=1e-6)
    gain = combined.decision["gain_over_best_single"]["value"]
    assert combined.decision["offered"] == formula["offered"] == (gain > 0)


def test_the_mean_of_equal_scores_is_that_score() -> None:
    margin = mean_margin([np.array([0.2, 0.9]), np.array([0.2, 0.9])])
    assert 1 / (1 + np.exp(-margin)) == pytest.approx([0.2, 0.9])


def test_leaving_a_family_out_leaves_its_columns_out_and_the_weekday_takes_its_indicators_along() -> None:
    names = tree_column_names(NAMES)
    assert [names[at] for at in columns_without(names, [])] == names
    without = [names[at] for at in columns_without(names, ["day_of_week", "noise"])]
    assert without == [name for name in names if name != "noise" and not name.startswith("day_of_week")]


def test_without_the_family_that_holds_the_evidence_average_precision_falls(tmp_path: Path) -> None:
    described = tmp_path / "train-000.json"
    described.write_text(json.dumps({"catalog": [{"name": "evidence", "family": "rate"}, {"name": "noise", "family": "stock"}]}))
    training = [made_world(seed, items=40) for seed in range(10, 14)]
    plan = replace(SMALL, ablation_worlds=4, ablation_rounds=20, bootstrap=5)
    found = ablate(training, {"stress": [made_world(3)]}, families_of(described), plan)
    losses = {entry["family"]: entry["sets"]["stress"]["loss"]["average_precision"]["value"] for entry in found["without"]}
    assert losses["rate"] > 0.1 > abs(losses["stock"])


def test_the_rule_label_is_a_function_of_four_features_and_its_feature_looks_one_day_back() -> None:
    world = made_world(1, items=2, days=40)
    named = replace(world, feature_names=("DailyBOH", "sold_today", *NAMES[2:7], "low_forecast_days_7", "rarely_known"))
    named.features[:, 7] = np.arange(world.rows) % 8
    label = rule_label(named)
    sold, short = named.column("sold_today"), named.column("low_forecast_days_7")
    promised = named.column("sales_gap") + sold >= 0.5
    assert np.array_equal(label, ((sold <= 0) & promised & (short >= 4) & (named.column("DailyBOH") > 0)).astype(int))
    assert 0 < label.mean() < 1
    marked = np.zeros(world.rows, dtype=int)
    marked[[3, 5]] = 1
    days = days_since(world, marked)
    assert np.isnan(days[:4]).all() and days[4:8].tolist() == [1, 2, 1, 2]
    assert np.isnan(days[40:]).all()


def test_split_by_item_no_item_stands_on_both_sides_and_split_by_row_nearly_all_do() -> None:
    world = made_world(2)
    rows = Rows([replace(world, feature_names=(*NAMES[:7], "low_forecast_days_7", "rarely_known"))])
    by_item, by_row = held_out(rows, True, 1), held_out(rows, False, 1)
    assert not set(rows.item[by_item]) & set(rows.item[~by_item])
    assert len(set(rows.item[by_row]) & set(rows.item[~by_row])) > 50


def test_results_are_written_with_one_line_an_estimate() -> None:
    results = {"a": {"value": 0.5, "low": 0.1, "high": 1.0}, "b": [{"value": 1, "low": 0, "high": 2}]}
    text = as_text(results)
    assert json.loads(text) == results
    assert '"a": { "value": 0.5, "low": 0.1, "high": 1.0 }' in text
