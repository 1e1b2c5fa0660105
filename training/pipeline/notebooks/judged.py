"""Small worlds, and a trained model judged on them just as the pipeline does it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..calibrate import Platt, Threshold, fit_platt, pick_threshold
from ..dataset import World, load_split, load_training
from ..measures import Ranked, alert_measures, calibration_bins, calibration_error, ranking_measures, reliability
from ..native import NativeModel
from ..plan import PRECISION_FLOOR, SMALL, Plan, Split
from ..workspace import TRAINING, Workspace

#: More and smaller worlds than the small plan's: with three a threshold of precision .90 holds on no other world.
PLAN = replace(
    SMALL,
    name="notebooks",
    train=Split(14, 18_000),
    calibration=Split(8, 15_000),
    stopping_worlds=2,
    test=Split(4, 18_000),
    stress=Split(1, 15_000),
    lgbm_rounds=250,
    xgb_rounds=180,
    lstm_epochs=12,
)

SPACE = Workspace(
    work=TRAINING / "work" / PLAN.name,
    out=TRAINING / "work" / PLAN.name / "models",
    golden=TRAINING / "work" / PLAN.name / "golden",
    card=TRAINING / "work" / PLAN.name / "MODEL_CARD.md",
)


@dataclass(frozen=True)
class SmallWorlds:
    """The notebooks' worlds by what they are for."""

    plan: Plan
    training: list[World]
    stopping: list[World]
    calibration: list[World]
    test: list[World]

    @property
    def names(self) -> tuple[str, ...]:
        """Feature names in column order."""
        return self.training[0].feature_names


def small_worlds() -> SmallWorlds:
    """Reads them from training/work/notebooks, where `npm run train -- --notebooks` has put them."""
    held = load_split(SPACE.features, "calibration")
    return SmallWorlds(
        PLAN,
        load_training(SPACE.features, PLAN.seed),
        held[: PLAN.stopping_worlds],
        held[PLAN.stopping_worlds :],
        load_split(SPACE.features, "test", with_rules=True),
    )


def catalog() -> list[dict[str, Any]]:
    """Every feature with family, unit, formula, sources and phrase."""
    return json.loads(next(SPACE.features.glob("train-*.json")).read_text())["catalog"]


def measured(worlds: list[World], values: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Values and labels of the labelled candidates of several worlds."""
    masks = [world.measures for world in worlds]
    return (
        np.concatenate([column[mask] for column, mask in zip(values, masks, strict=True)]),
        np.concatenate([world.label[mask] for world, mask in zip(worlds, masks, strict=True)]),
    )


@dataclass(frozen=True)
class Judged:
    """Calibrated probabilities of the test worlds' candidates, with threshold and calibration from other worlds."""

    platt: Platt
    threshold: Threshold
    probability: np.ndarray
    label: np.ndarray

    def figures(self) -> dict[str, float]:
        """The measures of the report, without intervals."""
        weight = np.ones(len(self.label))
        bins = reliability(self.probability, self.label, weight, calibration_bins(self.probability))
        return {
            **ranking_measures(Ranked.of(self.probability, self.label), weight, PRECISION_FLOOR),
            **alert_measures(self.probability, self.label, weight, self.threshold.value),
            "calibration_error": calibration_error(bins),
        }


def judge(model: NativeModel, worlds: SmallWorlds) -> Judged:
    """Platt scaling and the threshold on calibration worlds, scores on test worlds."""
    margin, label = measured(worlds.calibration, [model.margins(world) for world in worlds.calibration])
    platt = fit_platt(margin, label)
    threshold = pick_threshold(platt.probability(margin), label, PRECISION_FLOOR)
    test_margin, test_label = measured(worlds.test, [model.margins(world) for world in worlds.test])
    return Judged(platt, threshold, platt.probability(test_margin), test_label)
