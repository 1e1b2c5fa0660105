"""Measures the shipped graphs on worlds that nothing was learned or picked on, and writes it all down."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import expit

from .bundled import write_bundled
from .calibrate import Platt
from .ceiling import calibrate_ceiling, score_ceiling
from .dataset import World
from .export import GRAPH_FILE, load_threshold
from .manifest import feature_quantiles, reliability_bins, write_manifest
from .plan import MODEL_NAMES, Plan
from .report import FORMAT_VERSION, report_set
from .rules import RULES
from .score import open_graph, score_world
from .scored_set import ScoredSet, gather
from .train_lgbm import LightGbm

READS = {"lgbm": "rows", "xgb": "rows", "rf": "rows", "lstm": "series"}


def score_set(worlds: list[World], out: Path, ids: list[str], ceiling: tuple[LightGbm, Platt, Path] | None) -> ScoredSet:
    """Every model by its shipped graph, every rule, and the ceiling where it was trained."""
    scores: dict[str, list[np.ndarray]] = {}
    for model_id in ids:
        session = open_graph(out / model_id / GRAPH_FILE)
        scores[model_id] = [score_world(session, READS[model_id], world) for world in worlds]
    for rule in RULES:
        scores[rule.id] = [rule.score(world) for world in worlds]
    if ceiling is not None:
        model, platt, folder = ceiling
        scores["ceiling"] = [expit(platt.slope * margin + platt.offset) for margin in score_ceiling(model, worlds, folder)]
    return gather(worlds, scores)


def evaluate(
    plan: Plan,
    sets: dict[str, list[World]],
    training: list[World],
    calibration: list[World],
    out: Path,
    worlds_folder: Path,
    ceiling_model: LightGbm | None,
    versions: dict[str, str],
) -> dict[str, Any]:
    """Writes results.json, the bundled test worlds and every model.json; returns the results."""
    ids = [model_id for model_id in MODEL_NAMES if (out / model_id / GRAPH_FILE).exists()]
    ceiling, ceiling_about = None, None
    if ceiling_model is not None:
        slope, offset, threshold = calibrate_ceiling(ceiling_model, calibration, worlds_folder)
        ceiling = (ceiling_model, Platt(slope, offset), worlds_folder)
        ceiling_about = ("LightGBM given the true demand rate", threshold)
    models = {model_id: (MODEL_NAMES[model_id], load_threshold(out / model_id)) for model_id in ids}
    rules = {rule.id: (rule.name, rule.threshold) for rule in RULES}
    reports: dict[str, Any] = {}
    for name, worlds in sets.items():
        scored = score_set(worlds, out, ids, ceiling)
        reports[name] = report_set(scored, models, rules, ceiling_about, plan.bootstrap, plan.seed)
        if name == "test":
            write_bundled(scored, ids, out)
            bins = {model_id: reliability_bins(scored.scores[model_id], scored.label) for model_id in ids}
    rows = sum(int(world.teaches.sum()) for world in training)
    positives = sum(int((world.teaches & (world.label == 1)).sum()) for world in training)
    results = {
        "format_version": FORMAT_VERSION,
        "generated": {
            "plan": plan.name,
            "seed": plan.seed,
            "training_worlds": plan.train.worlds,
            "calibration_worlds": plan.calibration.worlds,
            "training_rows": rows,
            "training_positives": positives,
            "features": len(training[0].feature_names),
            "bootstrap_replicates": plan.bootstrap,
            **versions,
        },
        "sets": reports,
    }
    (out / "results.json").write_text(json.dumps(results, indent=1) + "\n")

    names = training[0].feature_names
    quantiles = feature_quantiles(np.concatenate([world.features[world.teaches] for world in training]), names)
    trained = {"seed": plan.seed, **versions, "rows": rows, "positives": positives}
    for model_id in ids:
        measured = reports["test"]["models"][model_id]
        write_manifest(
            out / model_id, model_id, MODEL_NAMES[model_id], READS[model_id], names, trained, measured, bins[model_id], quantiles
        )
    return results


def print_summary(results: dict[str, Any]) -> None:
    """The table that a person wants at the end of a training run."""
    for set_name, report in results["sets"].items():
        print(f"\n{set_name}: {report['candidates']:,} candidates, base rate {report['base_rate']:.4f}")
        print(f"  {'':44s} {'AP':>6s} {'AUC':>6s} {'R@.90':>6s} {'P':>6s} {'R':>6s} {'ECE':>6s} {'P@10':>6s}")
        groups = {**report["models"], **({"ceiling": report["ceiling"]} if "ceiling" in report else {}), **report["rules"]}
        for measured in sorted(groups.values(), key=lambda entry: -entry["average_precision"]["value"]):
            figures = [
                measured.get(key)
                for key in (
                    "average_precision", "auc", "recall_at_precision_90", "precision", "recall", "calibration_error", "precision_at_10"
                )
            ]
            cells = " ".join(f"{figure['value']:6.3f}" if figure else "     -" for figure in figures)
            print(f"  {measured['name'][:44]:44s} {cells}")
