"""What the simulator knows of every row and no extract holds, for measuring alone: nothing here teaches a model."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .dataset import World

#: Units a day below which an item counts as wanted by nobody: one in a hundred days.
UNWANTED_BELOW = 0.01


@dataclass(frozen=True)
class Truth:
    """One entry a row of a world."""

    #: Run of phantom days that the row belongs to, numbered within its world; -1 outside of one.
    spell: np.ndarray
    #: First day of that run, whether or not it was a candidate then; 0 outside of one.
    spell_begins: np.ndarray
    #: Units that shoppers wanted that day and did not get.
    lost: np.ndarray
    #: Mean units a day that shoppers want of the row's store-item, over all of its days.
    item_rate: np.ndarray
    #: Nobody wants the item that day: it has left the range, or its season is over, or it is not yet sold.
    #: None where that is not known, as of real stores.
    unwanted: np.ndarray | None = None
    #: Nothing on the shelf, something in the backroom; None where that is not known.
    in_backroom: np.ndarray | None = None


def truth_of(world: World, folder: Path) -> Truth:
    """Reads the truth file beside a world's CSV. Days that the CSV left out have no spell and no lost units."""
    with np.load(folder / f"{world.name}.truth.npz") as truth:
        at = np.maximum(world.record, 0)
        known = world.record >= 0
        spell = np.where(known, truth["spell"].astype(np.int64)[at], -1)
        lost = np.where(known, truth["lost"].astype(np.float64)[at], 0.0)
        in_backroom = known & truth["backroom_only"][at]
        rate = np.where(known, truth["expected_demand"].astype(np.float64)[at], 0.0)
    series = world.series_position
    item_rate = np.bincount(series, rate) / np.maximum(1, np.bincount(series, known))
    unwanted = known & (rate < UNWANTED_BELOW)
    return Truth(spell, first_days(spell, world.day), lost, item_rate[series], unwanted, in_backroom)


def scenario_of(world: World, folder: Path) -> str:
    """What the world was drawn to be, as the simulator wrote it beside the CSV: "usual", "further than usual" or a stress scenario."""
    return str(json.loads((folder / f"{world.name}.json").read_text())["parameters"]["scenario"])


def first_days(spell: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Per row: the first day of its spell; 0 where it has none."""
    inside = spell >= 0
    begins = np.full(int(spell.max(initial=-1)) + 2, np.iinfo(np.int64).max)
    np.minimum.at(begins, spell[inside], day[inside])
    return np.where(inside, begins[spell], 0)
