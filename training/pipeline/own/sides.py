"""Who learns, who calibrates, who judges: sides that share neither a store-item nor a day.

Store-items go to a side by a hash of their names, days by three windows with a gap between them, and a
row counts only where its store-item's side is that of its day. The rows in between are the price of
figures that are not too good to be true: days of one store-item are near copies of each other, and a
spell that began in one window goes on in the next.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

import numpy as np

from ..dataset import World
from .labels import CannotTrain, LabelledExtract, day_text

#: Days between two windows: as long as the longest streak that evidence is mostly about.
EMBARGO_DAYS = 28

#: Shares of store-items. Stopping has the days of learning and store-items of its own.
ITEM_SHARES = {"learning": 0.45, "stopping": 0.1, "calibration": 0.2, "test": 0.25}

#: Fewer phantom rows, or store-items that have one, give figures by chance.
ENOUGH_POSITIVES = {"learning": 50, "stopping": 5, "calibration": 20, "test": 20}
ENOUGH_ITEMS = {"learning": 10, "stopping": 2, "calibration": 5, "test": 5}


@dataclass(frozen=True)
class Side:
    """The rows of one side: whole series up to its last day, labelled within its window alone."""

    name: str
    world: World
    first_day: int
    last_day: int
    #: Mask property of the rows that count.
    mask: str

    @property
    def rows(self) -> int:
        return int(self._counted.sum())

    @property
    def positives(self) -> int:
        return int((self._counted & (self.world.label == 1)).sum())

    @property
    def positive_items(self) -> int:
        """Store-items with at least one phantom row that counts."""
        found = self._counted & (self.world.label == 1)
        return len(np.unique(np.stack([self.world.store[found], self.world.sku[found]], axis=1), axis=0))

    @property
    def _counted(self) -> np.ndarray:
        return getattr(self.world, self.mask)

    def described(self) -> dict[str, object]:
        """For results.json."""
        return {
            "first_day": day_text(self.first_day),
            "last_day": day_text(self.last_day),
            "rows": self.rows,
            "positives": self.positives,
            "store_items_with_phantoms": self.positive_items,
        }


def item_positions(extract: LabelledExtract) -> np.ndarray:
    """Per series (by position in `series_starts`): a number in [0, 1) from store and SKU alone.

    So a store-item keeps its side when the extract grows or is sorted in another way.
    """
    starts = extract.world.series_starts
    known: dict[tuple[int, int], float] = {}
    for store, sku in zip(extract.world.store[starts].tolist(), extract.world.sku[starts].tolist(), strict=True):
        if (store, sku) not in known:
            digest = hashlib.sha256(f"{extract.stores[store]}\n{extract.skus[sku]}".encode()).digest()
            known[store, sku] = int.from_bytes(digest[:6], "big") / 2**48
    return np.array([known[pair] for pair in zip(extract.world.store[starts].tolist(), extract.world.sku[starts].tolist(), strict=True)])


def choose_windows(positive_days: np.ndarray, first: int, last: int, embargo: int) -> dict[str, tuple[int, int]]:
    """First and last day of each window, so that phantom rows are shared as near to 2:1:1 as the gaps allow.

    Raises:
        CannotTrain: the gaps leave no room.
    """
    days = last - first + 1
    if days < 2 * embargo + 3:
        raise CannotTrain(
            f"The labels span {days} days ({day_text(first)} to {day_text(last)}), and two gaps of {embargo} days between "
            "learning, calibration and test leave too little: a longer extract is needed, or a shorter gap by --embargo DAYS."
        )
    until = np.cumsum(np.bincount(positive_days - first, minlength=days))
    learned = np.arange(days)[:, None]
    calibrated = np.arange(days)[None, :]
    after_gap = np.minimum(np.arange(days) + embargo, days - 1)
    calibration = until[None, :] - until[after_gap][:, None]
    test = until[-1] - until[after_gap][None, :]
    worst = np.minimum(np.minimum(until[:, None] / 2, calibration), test)
    allowed = (calibrated > learned + embargo) & (calibrated + embargo < days - 1)
    learned_at, calibrated_at = np.unravel_index(int(np.argmax(np.where(allowed, worst, -1))), worst.shape)
    end_of_learning, end_of_calibration = first + int(learned_at), first + int(calibrated_at)
    return {
        "learning": (first, end_of_learning),
        "stopping": (first, end_of_learning),
        "calibration": (end_of_learning + embargo + 1, end_of_calibration),
        "test": (end_of_calibration + embargo + 1, last),
    }


def split(extract: LabelledExtract, embargo: int = EMBARGO_DAYS) -> dict[str, Side]:
    """The four sides by name.

    Raises:
        CannotTrain: a side has too little to go by; the sentence says which and what would help.
    """
    world = extract.world
    taught = world.teaches
    days = world.day[taught]
    first, last = int(days.min()), int(days.max())
    windows = choose_windows(days[world.label[taught] == 1], first, last, embargo)
    position = item_positions(extract)
    sides: dict[str, Side] = {}
    below = 0.0
    for name, share in ITEM_SHARES.items():
        chosen = (position >= below) & (position < below + share)
        below += share
        from_day, until_day = windows[name]
        mask = "teaches" if name == "learning" else "measures"
        sides[name] = Side(name, rows_of(world, chosen, from_day, until_day), from_day, until_day, mask)
    check(sides, extract, embargo, last - first + 1)
    return sides


def rows_of(world: World, chosen: np.ndarray, from_day: int, until_day: int) -> World:
    """Series for which `chosen` is true, up to `until_day`; labels before `from_day` are hidden, the rows stay as history."""
    part = world.take_series(chosen)
    label = np.where((part.day >= from_day) & (part.day <= until_day), part.label, -1)
    labelled = np.bincount(part.series_position, label >= 0, len(part.series_starts)) > 0
    part = replace(part, label=label)
    keep = (part.day <= until_day) & labelled[part.series_position]
    return part.only(keep)


def check(sides: dict[str, Side], extract: LabelledExtract, embargo: int, days: int) -> None:
    """Every side needs enough phantom rows of enough store-items, and rows that are not phantom."""
    lacking = []
    for name, side in sides.items():
        rows, items = ENOUGH_POSITIVES[name], ENOUGH_ITEMS[name]
        if side.positives < rows or side.positive_items < items or side.positives == side.rows:
            lacking.append(
                f"{name} (of {side.rows:,} rows {side.positives:,} phantom, on {side.positive_items:,} store-items; "
                f"needed: {rows} on {items})"
            )
    if lacking:
        helps = "more counts, " if extract.source == "counts" else ""
        raise CannotTrain(
            f"Too little for {', '.join(lacking)}. The labels span {days} days, and the sides share "
            f"neither store-items nor days, with gaps of {embargo} days. More stores, more items, {helps}a longer extract, or a "
            "shorter gap by --embargo DAYS would help."
        )
