"""Claims about how settings are chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from made_worlds import made_world

from pipeline import tune as tuning
from pipeline.dataset import World
from pipeline.models import Learner
from pipeline.plan import FULL, MODEL_IDS, SMALL, Plan


class Ranks:
    """Ranks by evidence, with as much noise as its setting asks for."""

    def __init__(self, noise: float) -> None:
        self.noise = noise

    def margins(self, world: World) -> np.ndarray:
        return world.column("evidence") + self.noise * np.random.default_rng(0).normal(size=world.rows)


def test_every_model_gets_the_same_number_of_settings_and_forests_stay_within_their_nodes() -> None:
    assert set(tuning.GRID) == set(MODEL_IDS)
    assert len({len(settings) for settings in tuning.GRID.values()}) == 1
    assert all(2 * s["rf_trees"] * s["rf_leaves"] <= 101_000 for s in tuning.GRID["rf"])
    fields = set(FULL.__dataclass_fields__)
    assert all(set(s) <= fields for settings in tuning.GRID.values() for s in settings)


def test_the_setting_of_the_highest_average_precision_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    noise = {16: 30.0, 32: 0.0, 48: 90.0}

    def train(_taught: list[World], _stopping: list[World], plan: Plan) -> Ranks:
        return Ranks(noise[plan.lgbm_leaves])

    fake = Learner(train, lambda _folder: Ranks(0), "none.py")  # type: ignore[arg-type, return-value]
    monkeypatch.setattr(tuning, "LEARNERS", {model_id: fake for model_id in MODEL_IDS})
    monkeypatch.setattr(tuning, "GRID", {model_id: tuple({"lgbm_leaves": leaves} for leaves in noise) for model_id in MODEL_IDS})
    record = tuning.tune([made_world(1)], [made_world(2)], replace(SMALL))
    assert record["chosen"] == {"lgbm_leaves": 32}
    assert len(record["trials"]) == len(noise) * len(MODEL_IDS)


def test_the_full_plan_takes_the_chosen_settings_of_the_record() -> None:
    import json

    from pipeline.plan import TUNING

    chosen = json.loads(Path(TUNING).read_text())["chosen"]
    assert chosen
    assert all(getattr(FULL, name) == value for name, value in chosen.items())
