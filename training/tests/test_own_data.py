"""Training on a user's extract: apart in time and by store-item, refused in words, and working from the CSV to the folders."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from made_worlds import made_world

from pipeline.dataset import World
from pipeline.own import command
from pipeline.own.labels import CannotTrain, LabelledExtract, check_classes
from pipeline.own.sides import choose_windows, item_positions, split
from pipeline.own.simulated import take_part
from pipeline.own.sizes import own_plan
from pipeline.plan import MODEL_IDS
from simulator.extract import make_extract, write_csv
from simulator.parameters import draw_parameters
from simulator.world import simulate

EMBARGO = 5


def extract_of(world: World) -> LabelledExtract:
    skus = [str(sku) for sku in range(int(world.sku.max()) + 1)]
    return LabelledExtract(world, ["a", "b", "c", "d"], skus, "phantom", 0, 0)


def items_of(world: World) -> set[tuple[int, int]]:
    return set(zip(world.store.tolist(), world.sku.tolist(), strict=True))


def test_no_two_sides_share_a_store_item_and_windows_share_no_day() -> None:
    sides = split(extract_of(made_world(1, items=600)), EMBARGO)
    names = list(sides)
    for at, name in enumerate(names):
        for other in names[at + 1 :]:
            assert not items_of(sides[name].world) & items_of(sides[other].world)
    for earlier, later in (("learning", "calibration"), ("calibration", "test")):
        assert sides[later].first_day - sides[earlier].last_day == EMBARGO + 1
    for side in sides.values():
        labelled = side.world.day[side.world.label >= 0]
        assert side.first_day <= labelled.min() and labelled.max() <= side.last_day
        assert side.world.day.max() <= side.last_day
        # What came before the window stays as history: series begin where the extract has them begin.
        assert (side.world.day[side.world.series_starts] == 19_000).all()


def test_a_store_item_keeps_its_side_when_the_extract_grows_and_is_ordered_otherwise() -> None:
    small, large = extract_of(made_world(1, items=40)), extract_of(made_world(1, items=200))
    assert np.array_equal(item_positions(small), item_positions(large)[:40])
    order = np.array([2, 0, 3, 1])
    renumbered = replace(small.world, store=order[small.world.store].astype(np.int32))
    stores = [small.stores[int(np.flatnonzero(order == place)[0])] for place in range(4)]
    assert np.array_equal(item_positions(small), item_positions(replace(small, world=renumbered, stores=stores)))


def test_windows_share_the_phantom_rows_as_two_to_one_to_one() -> None:
    windows = choose_windows(np.arange(100, 500), 100, 499, 20)
    lengths = {name: last - first + 1 for name, (first, last) in windows.items()}
    assert lengths == {"learning": 180, "stopping": 180, "calibration": 90, "test": 90}


def test_what_lacks_is_said_in_words() -> None:
    world = made_world(2, items=600)
    with pytest.raises(CannotTrain, match=r"all .* rows that can teach are not phantom"):
        check_classes(extract_of(replace(world, label=np.zeros(world.rows, dtype=np.int32))))
    with pytest.raises(CannotTrain, match="No row has a label"):
        check_classes(extract_of(replace(world, label=np.full(world.rows, -1, dtype=np.int32))))
    with pytest.raises(CannotTrain, match=r"None of the .* labelled rows can teach"):
        check_classes(extract_of(replace(world, scored=np.zeros(world.rows, dtype=bool))))
    with pytest.raises(CannotTrain, match=r"span 67 days .* two gaps of 40 days"):
        split(extract_of(world), 40)
    with pytest.raises(CannotTrain, match=r"Too little for .*test \(of .* needed: 20 on 5\)"):
        split(extract_of(made_world(2, items=30)), EMBARGO)


def test_less_data_gives_smaller_models_and_much_gives_the_full_plan() -> None:
    little, much = own_plan(3_000, 1), own_plan(500_000, 1)
    assert little.lgbm_leaves < much.lgbm_leaves and little.lgbm_leaf_rows < much.lgbm_leaf_rows
    assert little.lstm_hidden < much.lstm_hidden and little.lstm_epochs > much.lstm_epochs


def test_simulated_rows_stay_at_half_of_the_users_own() -> None:
    worlds = [made_world(seed, items=200) for seed in range(3)]
    parts = take_part(worlds, own_rows=6_000, seed=1)
    assert 0.7 * 3_000 < sum(int(part.teaches.sum()) for part in parts) < 1.3 * 3_000
    assert sum(part.rows for part in take_part(worlds, own_rows=10**9, seed=1)) == sum(world.rows for world in worlds)


@pytest.fixture(scope="module")
def user_csv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated store group that loses much, whose staff count every item every other week and look into empty shelves."""
    drawn = draw_parameters("train", 991, 2, 60_000)
    parameters = replace(
        drawn,
        counts_per_year=24.0,
        count_error_rate=0.0,
        on_hand_moment="close",
        gap_check_chance=0.05,
        shrink_share=0.03,
        misplaced_per_year=2.0,
        found_chance=0.02,
    )
    columns = ["units_received", "counted_units", "price", "category"]
    path = tmp_path_factory.mktemp("user") / "shop.csv"
    write_csv(make_extract(simulate(parameters), columns).columns, path)
    return path


@pytest.mark.parametrize("label", ["phantom", "counts"])
def test_a_csv_becomes_four_model_folders_that_name_their_data(
    label: str, user_csv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def quick(rows: int, seed: int) -> object:
        return replace(own_plan(rows, seed), lgbm_rounds=20, xgb_rounds=20, rf_trees=10, lstm_epochs=2, lstm_hidden=8, bootstrap=10)

    monkeypatch.setattr(command, "own_plan", quick)
    monkeypatch.setattr("pipeline.own.sides.ENOUGH_POSITIVES", dict.fromkeys(("learning", "stopping", "calibration", "test"), 2))
    monkeypatch.setattr("pipeline.own.sides.ENOUGH_ITEMS", dict.fromkeys(("learning", "stopping", "calibration", "test"), 1))
    out = tmp_path / "models"
    wishes = command.Wishes(user_csv, out, tmp_path / "work", "shop", label, 10, False, 1)

    results = command.train_own(wishes)

    assert results["generated"]["label"] == label
    test = results["sets"]["test"]
    assert 0 < test["positives"] < test["candidates"]
    for model_id in MODEL_IDS:
        folder = out / f"shop-{model_id}"
        manifest = json.loads((folder / "model.json").read_text())
        assert manifest["id"] == folder.name and manifest["trained"]["positives"] == results["generated"]["training_positives"]
        assert test["models"][folder.name]["average_precision"]["value"] > 0
        card = (folder / "model_card.md").read_text()
        assert f"Trained on your data:** {results['generated']['training_rows']:,} rows" in card
        assert ("physical counts" in card) == (label == "counts")
        assert (folder / "threshold.json").exists() and (folder / "pipeline.onnx").exists()


def test_a_file_that_is_no_extract_ends_with_one_sentence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nothing.csv"
    path.write_text("just words\n")
    with pytest.raises(CannotTrain, match=r"nothing\.csv could not be read"):
        command.train_own(command.Wishes(path, tmp_path / "models", tmp_path / "work", "own", None, 28, False, 1))
    assert not (tmp_path / "models").exists()
    assert "nothing.csv" in capfd.readouterr().err
