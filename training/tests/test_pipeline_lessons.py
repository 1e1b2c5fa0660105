"""Claims about which rows of the training worlds teach."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from made_worlds import made_world

from pipeline.dataset import INDEX_COLUMNS, World, load_training
from pipeline.simulate import REDUCED

APART = 4


def write_world(folder: Path, name: str, world: World) -> None:
    """The three files that src/cli/features.ts writes."""
    (folder / f"{name}.json").write_text(json.dumps({"features": list(world.feature_names)}))
    world.features.astype("<f4").tofile(folder / f"{name}.features.f32")
    index = np.stack([getattr(world, column) for column in INDEX_COLUMNS], axis=1)
    index.astype("<i4").tofile(folder / f"{name}.index.i32")


def taught(folder: Path, apart: int) -> list[World]:
    """Two worlds, one of which lost columns."""
    for name, seed in (("train-000", 1), (f"train-001{REDUCED}", 2)):
        write_world(folder, name, made_world(seed))
    return load_training(folder, 7, days_apart=apart, items_apart=apart)


def test_every_row_that_is_fit_teaches_where_days_are_not_apart(tmp_path: Path) -> None:
    for world, seed in zip(taught(tmp_path, 1), (1, 2), strict=True):
        assert np.array_equal(world.teaches, made_world(seed).teaches)


def test_of_every_store_item_one_day_in_so_many_teaches_trees(tmp_path: Path) -> None:
    for world in taught(tmp_path, APART):
        days = [world.day[world.teaches & (world.series_position == at)] for at in range(len(world.series_starts))]
        assert all((np.diff(part) % APART == 0).all() for part in days)
        # The first day is drawn for each store-item, so that the days of a week, or of a holiday, teach alike.
        assert len({int(part[0]) % APART for part in days if len(part)}) == APART


def test_a_part_of_the_store_items_is_read_whole_every_day_a_lesson(tmp_path: Path) -> None:
    worlds = taught(tmp_path, APART)
    whole = [world.whole_lessons for world in worlds]
    items = sum(len(part.series_starts) for part in whole)
    assert 0.5 * 120 / APART < items < 2 * 120 / APART
    fit = made_world(1)
    kept = np.isin(fit.series, whole[0].series)
    assert np.array_equal(whole[0].teaches, fit.teaches[kept])
