"""What own models are worth on the test side, with the rules and the shipped models on the very same rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from ..dataset import World
from ..evaluate import READS
from ..export import GRAPH_FILE, load_threshold
from ..plan import MODEL_IDS, MODEL_NAMES
from ..report import Contestant, report_set
from ..score import open_graph, score_world
from ..scored_set import ScoredSet, gather
from ..truth import Truth, first_days

#: Ids of the app's own models in the report.
SHIPPED_PREFIX = "shipped-"


def truth_of_labels(world: World, source: str) -> Truth:
    """Spells as far as labels show them: runs of days labelled phantom. Counts are single days and show none.

    Units that were lost are not known of real stores: none are told, and the measure of them stays empty.
    The rate of an item is what it sells a day while it is not labelled phantom.
    """
    series, positive = world.series_position, world.label == 1
    spell = np.full(world.rows, -1, dtype=np.int64)
    if source == "phantom":
        begins = positive & ~(np.r_[False, positive[:-1]] & np.r_[False, series[1:] == series[:-1]])
        spell[positive] = np.cumsum(begins)[positive] - 1
    selling = ~positive
    sold = np.maximum(np.nan_to_num(world.column("sold_today")), 0)
    rate = np.bincount(series, sold * selling) / np.maximum(1, np.bincount(series, selling))
    return Truth(spell, first_days(spell, world.day), np.zeros(world.rows), rate[series])


def score_folder(folder: Path, world: World) -> np.ndarray:
    """Scores of every row by a model folder's graph, which must read the world's features. Its name ends in lgbm, xgb, rf or lstm."""
    return score_world(open_graph(folder / GRAPH_FILE), READS[folder.name.split("-")[-1]], world)


def shipped_folders(shipped: Path, names: tuple[str, ...]) -> dict[str, Path]:
    """The app's models by id, those that read nothing but these features."""
    found = {}
    for model_id in MODEL_IDS:
        manifest = shipped / model_id / "model.json"
        if manifest.exists() and set(json.loads(manifest.read_text())["features"]) <= set(names):
            found[model_id] = shipped / model_id
    return found


def measure(
    test: World, source: str, own: dict[str, Path], names: dict[str, str], shipped: Path, replicates: int, seed: int
) -> tuple[dict[str, Any], ScoredSet]:
    """The report of the test side, models by the id of their folder, and its scored rows.

    The shipped models stand in it as `shipped-<id>`, at their shipped thresholds.
    """
    folders = dict(own)
    contestants = [Contestant(key, names[key], load_threshold(folder), "model") for key, folder in own.items()]
    for model_id, folder in shipped_folders(shipped, test.feature_names).items():
        folders[f"{SHIPPED_PREFIX}{model_id}"] = folder
        contestants.append(Contestant(f"{SHIPPED_PREFIX}{model_id}", f"{MODEL_NAMES[model_id]} (shipped)", load_threshold(folder), "model"))
    scores = {key: [score_folder(folder, test)] for key, folder in folders.items()}
    for rule in test.rules:
        scores[rule.id] = [rule.score]
        contestants.append(Contestant(rule.id, rule.name, rule.threshold, "rule"))
    scored = gather([test], [truth_of_labels(test, source)], scores)
    report = report_set(scored, contestants, replicates, seed)
    # What shoppers wanted and did not get is not known here, and 0 would be a figure.
    del report["lost_units"]
    return report, scored
