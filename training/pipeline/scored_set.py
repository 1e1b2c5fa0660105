"""The measured rows of several worlds side by side, with the score of every model and rule."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .dataset import World
from .truth import Truth

#: Numbers of a store-item, a store and day or a spell hold their world's from this bit on.
WORLD_SHIFT = 48


@dataclass(frozen=True)
class ScoredSet:
    """Labelled candidates only; all arrays have one length."""

    label: np.ndarray
    #: One number a store-item, unlike between worlds.
    item: np.ndarray
    #: One number a store and day, unlike between worlds.
    store_day: np.ndarray
    #: Days since 1970-01-01.
    day: np.ndarray
    #: Days of the store-item seen so far, this one included.
    history_days: np.ndarray
    #: Run of phantom days, unlike between worlds; -1 outside of one.
    spell: np.ndarray
    #: First day of that run.
    spell_begins: np.ndarray
    #: Units wanted that day and not had.
    lost: np.ndarray
    #: Mean units a day that shoppers want of the store-item.
    item_rate: np.ndarray
    scores: dict[str, np.ndarray]
    worlds: int
    #: Nobody wants the item that day; None where that is not known.
    unwanted: np.ndarray | None = None
    #: Nothing on the shelf, something in the backroom; None where that is not known.
    in_backroom: np.ndarray | None = None

    @property
    def rows(self) -> int:
        return len(self.label)

    @property
    def world(self) -> np.ndarray:
        """Of every row, which of the worlds it is of, from 0."""
        return self.item >> WORLD_SHIFT

    def only(self, kept: np.ndarray) -> ScoredSet:
        """The rows for which `kept` is true."""
        arrays = {name: value[kept] for name, value in vars(self).items() if isinstance(value, np.ndarray)}
        return replace(self, **arrays, scores={name: score[kept] for name, score in self.scores.items()})


def gather(worlds: list[World], truths: list[Truth], scores: dict[str, list[np.ndarray]]) -> ScoredSet:
    """`scores[id][w]` holds a score for every row of world w; only measured rows are kept."""
    masks = [world.measures for world in worlds]

    def kept(columns: list[np.ndarray]) -> np.ndarray:
        return np.concatenate([column[mask] for column, mask in zip(columns, masks, strict=True)])

    def where_known(columns: list[np.ndarray | None]) -> np.ndarray | None:
        known = [column for column in columns if column is not None]
        return kept(known) if len(known) == len(columns) else None

    item = [(at << WORLD_SHIFT) | (world.store.astype(np.int64) << 28) | world.sku for at, world in enumerate(worlds)]
    store_day = [(at << WORLD_SHIFT) | (world.store.astype(np.int64) << 28) | world.day for at, world in enumerate(worlds)]
    spell = [np.where(truth.spell >= 0, (at << WORLD_SHIFT) | truth.spell, -1) for at, truth in enumerate(truths)]
    return ScoredSet(
        label=kept([world.label for world in worlds]),
        item=kept(item),
        store_day=kept(store_day),
        day=kept([world.day.astype(np.int64) for world in worlds]),
        history_days=kept([world.history_days for world in worlds]),
        spell=kept(spell),
        spell_begins=kept([truth.spell_begins for truth in truths]),
        lost=kept([truth.lost for truth in truths]),
        item_rate=kept([truth.item_rate for truth in truths]),
        scores={name: kept(columns) for name, columns in scores.items()},
        worlds=len(worlds),
        unwanted=where_known([truth.unwanted for truth in truths]),
        in_backroom=where_known([truth.in_backroom for truth in truths]),
    )
