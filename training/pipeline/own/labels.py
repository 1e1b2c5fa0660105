"""A user's labelled extract: its features, and the label that it gives every row."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np

from ..dataset import World, load_world
from ..plan import TRAINING_HISTORY_DAYS

Source = Literal["phantom", "counts"]

#: What the label is called to a person.
SOURCE_WORDS = {"phantom": "the label column", "counts": "physical counts"}


class CannotTrain(Exception):
    """The data does not do for training; the message is one sentence for whoever gave it."""


@dataclass(frozen=True)
class LabelledExtract:
    """An extract whose rows have the label that models learn."""

    world: World
    stores: list[str]
    skus: list[str]
    source: Source
    #: Rows and cells of the file that could not be read.
    bad_rows: int
    bad_cells: int


def load_labelled(folder: Path, name: str, wanted: Source | None) -> LabelledExtract:
    """Reads the feature files of one extract and picks its label.

    Without a wish the label column counts where it says anything, else the counts. What a count says of
    a row is decided by `labelsFromCounts` (src/domain/table/labels-from-counts.ts).

    Raises:
        CannotTrain: there is no label of that kind, or it never says both phantom and not.
    """
    described = json.loads((folder / f"{name}.json").read_text())
    world = load_world(folder, name, with_rules=True)
    has_column = bool((world.label >= 0).any())
    source: Source = wanted or ("phantom" if has_column or not described["has_counts"] else "counts")
    if source == "phantom" and not has_column:
        raise CannotTrain(
            "There is no label: training needs a column phantom (1 where the shelf was empty and the record was not, 0 where "
            "there was stock), or counted_units with what physical counts found."
        )
    if source == "counts":
        if not described["has_counts"]:
            raise CannotTrain("There are no counts: --label counts needs a column counted_units with what physical counts found.")
        counts = np.fromfile(folder / f"{name}.counts.i8", dtype=np.int8)
        world = replace(world, label=counts.astype(np.int32))
    extract = LabelledExtract(world, described["stores"], described["skus"], source, described["bad_rows"], described["bad_cells"])
    check_classes(extract)
    return extract


def check_classes(extract: LabelledExtract) -> None:
    """Both classes must be among the rows that can teach."""
    world = extract.world
    taught = world.label[world.teaches]
    known = int((world.label >= 0).sum())
    words = SOURCE_WORDS[extract.source]
    if known == 0:
        raise CannotTrain(f"No row has a label: {words} never says what was on a shelf whose record claims stock.")
    if len(taught) == 0:
        raise CannotTrain(
            f"None of the {known:,} labelled rows can teach: models learn from rows whose record is above zero and whose "
            f"store-item has been seen for {TRAINING_HISTORY_DAYS} days."
        )
    for label, missing in ((1, "phantom"), (0, "not phantom")):
        if not (taught == label).any():
            other = "not phantom" if label else "phantom"
            raise CannotTrain(
                f"By {words} all {len(taught):,} rows that can teach are {other}: rows that are {missing} are needed as well."
            )


def day_text(day: int) -> str:
    """An epoch day as 2025-01-31."""
    return str(np.datetime64(int(day), "D"))


def describe(extract: LabelledExtract) -> str:
    """What was read, in words, for the terminal."""
    world = extract.world
    known, teaches = world.label >= 0, world.teaches
    positives = int((teaches & (world.label == 1)).sum())
    days = world.day[teaches]
    lines = [
        f"Labels from {SOURCE_WORDS[extract.source]}: {int(teaches.sum()):,} rows that can teach, {positives:,} of them phantom "
        f"({100 * positives / max(1, int(teaches.sum())):.1f} %), {day_text(days.min())} to {day_text(days.max())}, "
        f"{len(extract.stores):,} stores, {len(extract.skus):,} SKUs."
    ]
    empty = int((known & ~world.scored).sum())
    if empty:
        lines.append(f"{empty:,} labelled rows have a record of zero or below, which cannot be phantom: left out.")
    young = int((known & world.scored & ~teaches).sum())
    if young:
        lines.append(f"{young:,} labelled rows have less than {TRAINING_HISTORY_DAYS} days of history: left out.")
    if extract.bad_rows or extract.bad_cells:
        lines.append(
            f"{extract.bad_rows:,} rows and {extract.bad_cells:,} cells could not be read; the app's Data quality screen lists them."
        )
    return "\n".join(lines)
