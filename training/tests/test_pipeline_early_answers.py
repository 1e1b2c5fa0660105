"""Early answers save trees, and rows near an alert have none."""

from __future__ import annotations

import json

import numpy as np
import onnxruntime
import pytest
from made_worlds import NAMES, made_world

from pipeline import early_answers
from pipeline.calibrate import Platt, Threshold, fit_platt, fit_platt_to
from pipeline.early_answers import (
    EDGE,
    FAR_BELOW,
    FEWEST_ROWS,
    MISTAKEN_SHARE,
    EarlyAnswer,
    Scoring,
    far_below,
    find_early_answers,
    highest_limit,
    tree_counts,
)
from pipeline.export import check_graph, export
from pipeline.golden import without_edges
from pipeline.models import LEARNERS
from pipeline.plan import SMALL

PLATT = Platt(0.9, -0.2)


def drawn_margins(rows: int, seed: int) -> tuple[dict[int, np.ndarray], np.ndarray]:
    """Margins after 10 and 30 trees that come nearer and nearer to the whole model's, and its probabilities."""
    generator = np.random.default_rng(seed)
    whole = generator.normal(-4, 2, rows)
    near = {10: whole / 4 + generator.normal(0, 0.1, rows), 30: whole / 2 + generator.normal(0, 0.1, rows)}
    return near, PLATT.probability(whole)


@pytest.mark.parametrize("seed", range(5))
def test_of_the_rows_below_a_limit_no_more_than_the_allowed_share_could_be_alerts(seed: int) -> None:
    margins, probability = drawn_margins(600_000, seed)
    rest = np.ones(len(probability), dtype=bool)
    answers = find_early_answers(margins, probability)
    assert [answer.trees for answer in answers] == [10, 30]
    for answer in answers:
        settled = rest & (margins[answer.trees] <= answer.at_most)
        assert settled.sum() >= FEWEST_ROWS
        assert (probability[settled] >= FAR_BELOW).mean() <= MISTAKEN_SHARE
        # No higher limit does: the next row above it, and every prefix after it, breaks the share.
        assert highest_limit(margins[answer.trees][rest], probability[rest]) == answer.at_most
        rest &= ~settled
        assert answer.settled == pytest.approx(1 - rest.mean(), abs=1e-4)
        # On average the answer is what the whole model says.
        early = answer.platt.probability(margins[answer.trees][settled])
        assert early.mean() == pytest.approx(probability[settled].mean(), rel=0.02)


def test_a_limit_is_as_high_as_the_share_allows() -> None:
    margin = np.arange(40_000, dtype=np.float64) / 100
    probability = np.where(np.isin(np.arange(40_000), [12_000, *range(25_000, 25_010)]), 0.5, 0.001)
    # One of 12,001 is less than allowed; from the eleventh on there are always too many.
    assert highest_limit(margin, probability) == pytest.approx(250.005, abs=0.006)


def test_where_rows_could_be_alerts_all_along_nothing_is_answered_early() -> None:
    generator = np.random.default_rng(4)
    probability = generator.random(20_000)
    assert find_early_answers({5: generator.normal(size=20_000)}, probability) == ()
    assert highest_limit(np.zeros(0), np.zeros(0)) == -np.inf
    # Ties are settled together or not at all.
    assert highest_limit(np.zeros(3), np.array([0.01, 0.5, 0.01])) == -np.inf


def test_few_rows_have_no_early_answer() -> None:
    margin, probability = np.arange(FEWEST_ROWS + 0.0), np.linspace(0.001, 0.002, FEWEST_ROWS)
    assert len(find_early_answers({5: margin}, probability)) == 1
    assert find_early_answers({5: margin[1:]}, probability[1:]) == ()


def test_trees_that_rank_the_other_way_round_answer_nothing_early() -> None:
    assert find_early_answers({5: -np.arange(40_000.0)}, np.linspace(0.001, 0.09, 40_000)) == ()


def test_what_is_far_below_goes_by_the_threshold_too() -> None:
    probability = np.linspace(0, 0.3, 60_000)
    assert far_below(Threshold(0.9, 0.9, 0.5, reached=True)) == FAR_BELOW
    assert far_below(Threshold(0.2, 0.9, 0.5, reached=True)) == pytest.approx(0.05)
    # Where no threshold reaches its floor every row may be an alert.
    assert far_below(Threshold(0.06, 0.3, 0.5, reached=False)) == 0
    assert find_early_answers({5: np.arange(60_000.0)}, np.full(60_000, 0.03), 0.0) == ()
    assert probability[int(highest_limit(np.arange(60_000.0), probability, 0.2))] == pytest.approx(0.2, abs=0.001)
    # A fit that says more of the last rows than they may have is none.
    assert find_early_answers({5: np.arange(60_000.0)}, probability, 0.2) == ()


def test_tree_counts_are_parts_of_the_trees_and_never_all_or_none() -> None:
    assert tree_counts(250) == [20, 60]
    assert tree_counts(75) == [6, 18]
    assert tree_counts(4) == [1]
    assert tree_counts(1) == []


def test_a_fit_to_labels_is_a_fit_to_their_smoothed_targets() -> None:
    generator = np.random.default_rng(6)
    margin = generator.normal(size=5_000)
    label = (generator.random(5_000) < PLATT.probability(margin)).astype(int)
    targets = np.where(label > 0, (label.sum() + 1) / (label.sum() + 2), 1 / (len(label) - label.sum() + 2))
    assert fit_platt(margin, label) == fit_platt_to(margin, targets)


def answers_of(model, world, parts: tuple[float, float]) -> tuple[EarlyAnswer, ...]:
    """Answers that settle given parts of a world's rows, whatever the rows are."""
    counts = tree_counts(model.trees)
    limits = [
        float(np.float32(np.quantile(model.margins_of_first(count, world), part) + 1e-4)) for count, part in zip(counts, parts, strict=True)
    ]
    return tuple(
        EarlyAnswer(count, limit, Platt(0.5 + at, -3.0), 0.5) for at, (count, limit) in enumerate(zip(counts, limits, strict=True))
    )


@pytest.mark.parametrize("model_id", ["lgbm", "xgb", "rf"])
@pytest.mark.parametrize("parts", [(0.5, 0.7), (0.0, 1.0), (1.0, 1.0)])
def test_graph_and_library_agree_on_rows_answered_early_late_all_and_none(model_id: str, parts: tuple[float, float], tmp_path) -> None:
    world = made_world(1)
    model = LEARNERS[model_id].train([world], [made_world(2)], SMALL)
    scoring = Scoring(PLATT, answers_of(model, world, parts))
    graph = model.graph(NAMES, scoring)
    path = tmp_path / "pipeline.onnx"
    path.write_bytes(graph.SerializeToString())
    assert check_graph(model, path, [world], scoring) <= 1e-5
    told = json.loads({prop.key: prop.value for prop in graph.metadata_props}["early_answers"])
    assert [answer["trees"] for answer in told] == tree_counts(model.trees)
    # Rows that no early answer settles are scored by all trees.
    session = onnxruntime.InferenceSession(path.read_bytes())
    got = session.run(None, {"features": world.features})[0][:, 0]
    above = np.logical_and.reduce([model.margins_of_first(a.trees, world) > a.at_most + EDGE for a in scoring.early])
    assert np.allclose(got[above], PLATT.probability(model.margins(world))[above], atol=2e-6)
    # A single row, on either side, is answered as among others.
    for row in (int(np.argmin(got)), int(np.argmax(got))):
        assert session.run(None, {"features": world.features[row : row + 1]})[0][0, 0] == pytest.approx(got[row], abs=1e-6)


def test_a_graph_that_answers_differently_than_it_should_stops_the_training(tmp_path) -> None:
    world = made_world(1)
    model = LEARNERS["lgbm"].train([world], [made_world(2)], SMALL)
    scoring = Scoring(PLATT, answers_of(model, world, (0.5, 0.7)))
    path = tmp_path / "pipeline.onnx"
    path.write_bytes(model.graph(NAMES, Scoring(PLATT)).SerializeToString())
    with pytest.raises(SystemExit, match="differs from the trained model"):
        check_graph(model, path, [world], scoring)


def test_an_export_writes_its_early_answers_and_reads_them_back(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(early_answers, "FEWEST_ROWS", 1_000)
    world = made_world(3, items=300)
    model = LEARNERS["lgbm"].train([world], [made_world(4)], SMALL)
    export(model, [made_world(5, items=300)], ["usual"], tmp_path / "lgbm", tmp_path)
    scoring = Scoring.load(tmp_path)
    assert len(scoring.early) > 0
    assert check_graph(model, tmp_path / "lgbm" / "pipeline.onnx", [world], scoring) <= 1e-5
    # What is far from every limit is scored by the whole model.
    whole = scoring.platt.probability(model.margins(world))
    assert np.array_equal(scoring.probability(model, world)[whole > 0.5], whole[whole > 0.5])


def test_golden_rows_leave_out_series_that_stand_at_a_limit() -> None:
    world = made_world(1)
    model = LEARNERS["lgbm"].train([world], [made_world(2)], SMALL)
    margin = model.margins_of_first(10, world)
    scoring = Scoring(PLATT, (EarlyAnswer(10, float(margin[100]), Platt(0.5, -6.0), 0.5),))
    kept = without_edges(world, [(model, scoring)])
    assert 0 < kept.rows < world.rows
    assert np.abs(model.margins_of_first(10, kept) - margin[100]).min() > EDGE / 2
    assert without_edges(world, [(model, Scoring(PLATT))]).rows == world.rows
