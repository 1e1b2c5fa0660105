"""Feature files as arrays, and the rows that teach or measure."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from .plan import TRAINING_HISTORY_DAYS
from .rules import Rule, read_rules

#: Columns of NAME.index.i32, as src/cli/features.ts writes them.
INDEX_COLUMNS = ("record", "series", "store", "sku", "day", "scored", "candidate", "label", "filled")


@dataclass(frozen=True)
class World:
    """One extract's features. Rows are sorted by series, then by day; all arrays have one length."""

    name: str
    feature_names: tuple[str, ...]
    #: float32 [rows, features]; NaN is missing.
    features: np.ndarray
    #: Ordinal of the row's record in the CSV, -1 for a day that the file left out.
    record: np.ndarray
    series: np.ndarray
    store: np.ndarray
    sku: np.ndarray
    #: Days since 1970-01-01.
    day: np.ndarray
    scored: np.ndarray
    candidate: np.ndarray
    #: 1 phantom, 0 not, -1 unknown.
    label: np.ndarray
    filled: np.ndarray
    #: Of training worlds: rows that teach trees, one day in so many of every store-item; None: all may.
    lessons: np.ndarray | None = None
    #: Of training worlds: rows of the store-items that a model reads whole if it reads series; None: all are.
    read_whole: np.ndarray | None = None
    #: Every rule's scores, where they were asked for: only figures need them.
    rules: tuple[Rule, ...] = ()

    @property
    def rows(self) -> int:
        return len(self.series)

    @property
    def history_days(self) -> np.ndarray:
        """Days of the row's series seen so far, this one included."""
        return np.arange(self.rows) - self.series_starts[self.series_position] + 1

    @property
    def series_starts(self) -> np.ndarray:
        """First row of every series, in row order."""
        return np.flatnonzero(np.r_[True, self.series[1:] != self.series[:-1]])

    @property
    def series_position(self) -> np.ndarray:
        """Per row: which of `series_starts` it belongs to."""
        return np.cumsum(np.r_[True, self.series[1:] != self.series[:-1]]) - 1

    @property
    def teaches(self) -> np.ndarray:
        """Rows that models learn from: a record that claims stock, a label, some history."""
        fit = self.scored & (self.label >= 0) & (self.history_days >= TRAINING_HISTORY_DAYS)
        return fit if self.lessons is None else fit & self.lessons

    @property
    def measures(self) -> np.ndarray:
        """Rows that figures are computed on: labelled candidates."""
        return self.candidate & (self.label >= 0)

    @property
    def every_row(self) -> np.ndarray:
        """All rows, as a mask like the others."""
        return np.ones(self.rows, dtype=bool)

    def column(self, name: str) -> np.ndarray:
        """One feature by name, float64; NaN is missing. A name that the catalog lacks is an error."""
        return self.features[:, self.feature_names.index(name)].astype(np.float64)

    def take_series(self, chosen: np.ndarray) -> World:
        """The rows of the series for which `chosen` (by position in `series_starts`) is true."""
        return self.only(chosen[self.series_position])

    def only(self, keep: np.ndarray) -> World:
        """The rows for which `keep` is true. Of a series its first days must be kept for histories to be true."""
        arrays = {name: getattr(self, name)[keep] for name in ("features", *INDEX_COLUMNS)}
        lessons = None if self.lessons is None else self.lessons[keep]
        read_whole = None if self.read_whole is None else self.read_whole[keep]
        return replace(self, **arrays, lessons=lessons, read_whole=read_whole, rules=tuple(rule.only(keep) for rule in self.rules))

    @property
    def whole_lessons(self) -> World:
        """The store-items that a model reads whole, every day of them a lesson."""
        part = self if self.read_whole is None else self.only(self.read_whole)
        return replace(part, lessons=None, read_whole=None)


def load_world(folder: Path, name: str, with_rules: bool = False) -> World:
    """One extract's feature files, and the scores of the rules where figures will be computed on it.

    The features stay on disk until rows of them are taken.
    """
    described = json.loads((folder / f"{name}.json").read_text())
    feature_names = tuple(described["features"])
    index = np.fromfile(folder / f"{name}.index.i32", dtype="<i4").reshape(-1, len(INDEX_COLUMNS))
    features = np.memmap(folder / f"{name}.features.f32", dtype="<f4", mode="r").reshape(-1, len(feature_names))
    if len(index) != len(features):
        raise ValueError(f"{name}: {len(features)} feature rows, {len(index)} index rows")
    columns = {column: np.ascontiguousarray(index[:, at]) for at, column in enumerate(INDEX_COLUMNS)}
    for flag in ("scored", "candidate", "filled"):
        columns[flag] = columns[flag] != 0
    rules = read_rules(folder / f"{name}.rules.f32", described["rules"]) if with_rules else ()
    if any(len(rule.score) != len(index) for rule in rules):
        raise ValueError(f"{name}: rules of {len(rules[0].score)} rows, {len(index)} index rows")
    return World(name=name, feature_names=feature_names, features=features, rules=rules, **columns)


def load_split(folder: Path, split: str, with_rules: bool = False) -> list[World]:
    """All worlds of a split, in order. Their features must be the same."""
    names = sorted(path.stem for path in folder.glob(f"{split}-*.json"))
    if not names:
        raise SystemExit(f"No features of split {split} in {folder}.")
    worlds = [load_world(folder, name, with_rules) for name in names]
    if len({world.feature_names for world in worlds}) != 1:
        raise ValueError(f"{split}: worlds differ in their features")
    return worlds


def load_training(folder: Path, seed: int, days_apart: int = 1, items_apart: int = 1) -> list[World]:
    """Training worlds, some of which lack columns.

    Days of a store-item are near copies of each other, worlds are not: of every store-item one day in `days_apart`
    teaches trees, from a day of its own on, and one store-item in `items_apart` is read whole by a model that reads series.
    """
    worlds = load_split(folder, "train")
    chosen: list[World] = []
    for place, world in enumerate(worlds):
        generator = np.random.default_rng((seed, place))
        series = len(world.series_starts)
        first_day = generator.integers(days_apart, size=series)
        whole = generator.integers(items_apart, size=series) == 0
        today = (world.day + first_day[world.series_position]) % days_apart == 0
        chosen.append(replace(world, lessons=today, read_whole=whole[world.series_position]))
    return chosen


def stack(worlds: list[World], mask: str) -> tuple[np.ndarray, np.ndarray]:
    """Features and labels (0/1, float32) of the rows that a mask property (`teaches`, `measures`) names."""
    features = np.concatenate([world.features[getattr(world, mask)] for world in worlds])
    labels = np.concatenate([world.label[getattr(world, mask)] for world in worlds]).astype(np.float32)
    return features, labels
