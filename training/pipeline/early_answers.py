"""Rows far below any alert are answered by the first trees of a model, the others by all of them.

Most rows of an extract are plainly in order, and a few trees see it: after a twelfth of the trees half the rows are
answered, after a quarter two thirds, and a browser need not walk them through the rest (Cambazoglu et al. 2010,
"Early exit optimizations for additive machine learned ranking systems"). A row that goes on is scored as if there
were no early answers, but for the last digit of a float32 sum.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from .calibrate import Platt, Threshold, fit_platt_to
from .dataset import World
from .native import NativeModel, TreeModel

#: Parts of a model's trees after which a row may be answered.
PARTS = (0.08, 0.24)

#: A row is far below any alert where the whole model would give it less than this, and less than a quarter of the threshold ...
FAR_BELOW = 0.10
PART_OF_THRESHOLD = 0.25

#: ... and of the rows that are answered early no more than this share may be others, on calibration worlds.
MISTAKEN_SHARE = 1e-4

#: Fewer rows say nothing about so small a share: where 3 / share have no mistake, it is no larger with 95 % certainty.
FEWEST_ROWS = 30_000

#: Libraries add up in float64 and graphs in float32: a margin this near to a limit may fall on either side of it.
EDGE = 1e-5

SCORING_FILE = "scoring.json"


@dataclass(frozen=True)
class EarlyAnswer:
    """What a model says of a row after its first `trees`, where their log-odds are `at_most` or less."""

    trees: int
    at_most: float
    #: From the log-odds of these trees to what the whole model says, on average, of rows like this.
    platt: Platt
    #: Share of the calibration rows that have their answer by now.
    settled: float


@dataclass(frozen=True)
class Scoring:
    """From a trained model to calibrated probabilities: its calibration, and early answers in the order of their trees."""

    platt: Platt
    early: tuple[EarlyAnswer, ...] = ()

    def probability(self, model: NativeModel, world: World, shift: float = 0.0) -> np.ndarray:
        """Calibrated probability of every row of a world, float64, with the limits of early answers moved by `shift`."""
        probability = self.platt.probability(model.margins(world))
        # From the last to the first: a row has the first answer that it gets.
        for answer in reversed(self.early):
            if not isinstance(model, TreeModel):
                raise TypeError("only sums of trees have early answers")
            margin = model.margins_of_first(answer.trees, world)
            settled = margin <= answer.at_most + shift
            probability[settled] = answer.platt.probability(margin[settled])
        return probability

    def save(self, folder: Path) -> None:
        """Writes scoring.json."""
        (folder / SCORING_FILE).write_text(json.dumps(asdict(self), indent=1) + "\n")

    @staticmethod
    def load(folder: Path) -> Scoring:
        """What `save` wrote."""
        read = json.loads((folder / SCORING_FILE).read_text())
        early = tuple(EarlyAnswer(**{**answer, "platt": Platt(**answer["platt"])}) for answer in read["early"])
        return Scoring(Platt(**read["platt"]), early)


def tree_counts(trees: int) -> list[int]:
    """After how many of a model's trees a row may be answered, ascending, each at least 1 and fewer than all."""
    return sorted({count for part in PARTS if 0 < (count := round(part * trees)) < trees})


def far_below(threshold: Threshold) -> float:
    """Below which probability no row is near an alert; 0 where no threshold reaches its floor, so that nothing is answered early."""
    return min(FAR_BELOW, PART_OF_THRESHOLD * threshold.value) if threshold.reached else 0.0


def find_early_answers(margins: dict[int, np.ndarray], probability: np.ndarray, far: float = FAR_BELOW) -> tuple[EarlyAnswer, ...]:
    """Finds the limits on calibration rows.

    Args:
        margins: by number of trees, ascending: log-odds by these trees alone, one a row.
        probability: what the whole model says of the same rows, calibrated.
        far: rows of this probability or more are not far below an alert.

    Returns:
        One answer for each number of trees that settles FEWEST_ROWS more, rises with its log-odds and stays below `far`.
    """
    found: list[EarlyAnswer] = []
    rest = np.ones(len(probability), dtype=bool)
    for trees, margin in margins.items():
        limit = highest_limit(margin[rest], probability[rest], far)
        settled = rest & (margin <= limit)
        if settled.sum() < FEWEST_ROWS:
            continue
        platt = fit_platt_to(margin[settled], probability[settled])
        if platt.slope <= 0 or platt.probability(np.array([limit]))[0] >= far:
            continue
        rest &= ~settled
        found.append(EarlyAnswer(trees, limit, platt, round(1 - float(rest.mean()), 4)))
    return tuple(found)


def highest_limit(margin: np.ndarray, probability: np.ndarray, far: float = FAR_BELOW) -> float:
    """The highest limit at or below which no more than MISTAKEN_SHARE of the rows have a probability of `far`; -inf where there is none.

    It lies halfway between the last row that it settles and the next, and is a float32, as the graph compares.
    """
    order = np.argsort(margin, kind="stable")
    ranked = margin[order]
    mistaken = np.cumsum(probability[order] >= far)
    last_of_tie = np.r_[ranked[1:] != ranked[:-1], True] if len(ranked) else np.zeros(0, dtype=bool)
    enough = np.flatnonzero(last_of_tie & (mistaken <= MISTAKEN_SHARE * np.arange(1, len(ranked) + 1)))
    if len(enough) == 0:
        return -np.inf
    at = int(enough[-1])
    above = ranked[at + 1] if at + 1 < len(ranked) else ranked[at] + 2 * EDGE
    return float(np.float32((ranked[at] + above) / 2))
