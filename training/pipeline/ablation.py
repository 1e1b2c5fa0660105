"""What each family of features is worth: LightGBM taught without it, measured where nothing was learned."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from .bootstrap import estimate, item_weights, replicated
from .columns import WEEKDAY, tree_column_names, with_weekdays
from .dataset import World
from .measures import Ranked, ranking_measures
from .plan import PRECISION_FLOOR, Plan
from .quick_learner import learn

MEASURES = ("average_precision", "recall_at_precision_90")

#: Fits a variant, of seeds apart: one fit's figures move by a hundredth with the seed.
FITS = 2


def families_of(described: Path) -> dict[str, list[str]]:
    """{family: features} of a feature file's catalog, in column order."""
    families: dict[str, list[str]] = {}
    for feature in json.loads(described.read_text())["catalog"]:
        families.setdefault(feature["family"], []).append(feature["name"])
    return families


def columns_without(names: list[str], left_out: list[str]) -> np.ndarray:
    """Positions of the tree columns that stay; the weekday's indicators go with the weekday."""
    gone = set(left_out)
    indicators = WEEKDAY in gone
    return np.array([at for at, name in enumerate(names) if not (name in gone or (indicators and name.startswith(f"{WEEKDAY}_")))])


def _rows(worlds: list[World], mask: str) -> tuple[np.ndarray, np.ndarray]:
    parts, labels = [], []
    for world in worlds:
        rows = getattr(world, mask)
        parts.append(with_weekdays(world.features[rows], world.feature_names))
        labels.append(world.label[rows])
    return np.concatenate(parts), np.concatenate(labels).astype(np.float32)


def ablate(training: list[World], sets: dict[str, list[World]], families: dict[str, list[str]], plan: Plan) -> dict[str, Any]:
    """Fits with everything, again with other seeds, and without each family.

    `loss` is the measure of all features minus that without the family, under the same resampled store-items.
    """
    taught = training[: plan.ablation_worlds]
    names = tree_column_names(training[0].feature_names)
    matrix, labels = _rows(taught, "teaches")
    held = {key: _rows(worlds, "measures") for key, worlds in sets.items()}
    weights = {key: item_weights(_items(worlds), plan.bootstrap, plan.seed) for key, worlds in sets.items()}

    def measured(left_out: list[str], first_seed: int) -> dict[str, dict[str, np.ndarray]]:
        """Mean figures of FITS fits, under every replicate's weights."""
        kept = columns_without(names, left_out)
        columns, reduced = [names[at] for at in kept], np.ascontiguousarray(matrix[:, kept])
        models = [learn(reduced, labels, columns, plan, plan.ablation_rounds, first_seed + fit) for fit in range(FITS)]
        result: dict[str, dict[str, np.ndarray]] = {}
        for key, (rows, truth) in held.items():
            ranked = [Ranked.of(model.margins_of(np.ascontiguousarray(rows[:, kept])), truth) for model in models]

            def measure(weight: np.ndarray, ranked: list[Ranked] = ranked) -> dict[str, float]:
                every = [ranking_measures(one, weight, PRECISION_FLOOR) for one in ranked]
                return {name: float(np.mean([figures[name] for figures in every])) for name in MEASURES}

            result[key] = replicated(measure, len(truth), weights[key])
        return result

    whole = measured([], plan.seed)
    entries = []
    variants = {"all features, fitted again": ([], plan.seed + FITS)}
    variants |= {family: (features, plan.seed) for family, features in families.items()}
    for family, (left_out, seed) in variants.items():
        without = measured(left_out, seed)
        figures = {
            key: {
                **{name: estimate(without[key][name]) for name in MEASURES},
                "loss": {name: estimate(whole[key][name] - without[key][name]) for name in MEASURES},
            }
            for key in held
        }
        entries.append({"family": family, "features": len(left_out), "sets": figures})
        losses = (f"{key} {figures[key]['loss']['average_precision']['value']:+.3f}" for key in held)
        print(f"  without {family}: loss in AP {', '.join(losses)}", flush=True)
    return {
        "learner": "LightGBM",
        "rounds": plan.ablation_rounds,
        "fits": FITS,
        "training_rows": len(labels),
        "training_worlds": len({world.name.removesuffix("-reduced") for world in taught}),
        "all": {key: {name: estimate(whole[key][name]) for name in MEASURES} for key in held},
        "without": entries,
    }


def _items(worlds: list[World]) -> np.ndarray:
    """One number a store-item, of the measured rows."""
    return np.concatenate([((at << 32) | world.series_position)[world.measures] for at, world in enumerate(worlds)])
