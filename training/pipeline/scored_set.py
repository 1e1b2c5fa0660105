"""The measured rows of several worlds side by side, with the score of every model and rule."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .dataset import World


@dataclass(frozen=True)
class ScoredSet:
    """Labelled candidates only; all arrays have one length."""

    label: np.ndarray
    #: One number a store-item, unlike between worlds.
    item: np.ndarray
    #: One number a store and day, unlike between worlds.
    store_day: np.ndarray
    scores: dict[str, np.ndarray]
    worlds: int

    @property
    def rows(self) -> int:
        return len(self.label)


def gather(worlds: list[World], scores: dict[str, list[np.ndarray]]) -> ScoredSet:
    """`scores[id][w]` holds a score for every row of world w; only measured rows are kept."""
    masks = [world.measures for world in worlds]

    def kept(columns: list[np.ndarray]) -> np.ndarray:
        return np.concatenate([column[mask] for column, mask in zip(columns, masks, strict=True)])

    item = [(at << 48) | (world.store.astype(np.int64) << 28) | world.sku for at, world in enumerate(worlds)]
    store_day = [(at << 48) | (world.store.astype(np.int64) << 28) | world.day for at, world in enumerate(worlds)]
    return ScoredSet(
        label=kept([world.label for world in worlds]),
        item=kept(item),
        store_day=kept(store_day),
        scores={name: kept(columns) for name, columns in scores.items()},
        worlds=len(worlds),
    )
