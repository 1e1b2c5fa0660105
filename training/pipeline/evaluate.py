"""Measures the shipped graphs on worlds that nothing was learned or picked on, and writes it all down."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import expit

from .bundled import write_bundled
from .calibrate import Platt
from .ceiling import calibrate_ceiling, score_ceiling
from .combined import NAME as COMBINED_NAME
from .combined import Combined, combine, write_combined
from .dataset import World
from .export import GRAPH_FILE, load_threshold
from .manifest import feature_quantiles, reliability_bins, write_manifest
from .plan import MODEL_NAMES, Plan
from .report import CEILING, COMBINED, FORMAT_VERSION, Contestant, report_set
from .rules import Rule
from .score import open_graph, score_world
from .scored_set import ScoredSet, gather
from .train_lgbm import LightGbm
from .truth import scenario_of, truth_of

READS = {"lgbm": "rows", "xgb": "rows", "rf": "rows", "lstm": "series"}


@dataclass(frozen=True)
class MeasuredWorlds:
    """Worlds that figures are computed on, and the folder of their truth."""

    worlds: list[World]
    folder: Path

    def scenarios(self) -> list[str]:
        """What each world was drawn to be, as the simulator wrote it beside the CSV."""
        return [scenario_of(world, self.folder) for world in self.worlds]


@dataclass(frozen=True)
class Judge:
    """All that scores rows: the graphs of a models' folder, the rules, the ceiling where it was trained."""

    out: Path
    ids: list[str]
    ceiling: tuple[LightGbm, Platt, float] | None
    combined: Combined | None

    def score(self, measured: MeasuredWorlds) -> ScoredSet:
        """Every score of every measured row."""
        worlds = measured.worlds
        scores: dict[str, list[np.ndarray]] = {}
        for model_id in self.ids:
            session = open_graph(self.out / model_id / GRAPH_FILE)
            scores[model_id] = [score_world(session, READS[model_id], world) for world in worlds]
        for at, rule in enumerate(worlds[0].rules):
            scores[rule.id] = [world.rules[at].score for world in worlds]
        if self.ceiling is not None:
            model, platt, _ = self.ceiling
            margins = score_ceiling(model, worlds, measured.folder)
            scores[CEILING] = [expit(platt.slope * margin + platt.offset) for margin in margins]
        scored = gather(worlds, [truth_of(world, measured.folder) for world in worlds], scores)
        if self.combined is not None:
            scored.scores[COMBINED] = self.combined.probability(scored.scores)
        return scored

    def contestants(self, rules: tuple[Rule, ...]) -> list[Contestant]:
        """In the order of the report; of `rules` the names and thresholds count."""
        entries = [Contestant(key, MODEL_NAMES[key], load_threshold(self.out / key), "model") for key in self.ids]
        if self.combined is not None:
            entries.append(Contestant(COMBINED, COMBINED_NAME, self.combined.threshold, "combined"))
        if self.ceiling is not None:
            entries.append(Contestant(CEILING, "LightGBM given the true demand rate", self.ceiling[2], "ceiling"))
        return entries + [Contestant(rule.id, rule.name, rule.threshold, "rule") for rule in rules]


def evaluate(
    plan: Plan,
    sets: dict[str, MeasuredWorlds],
    training: list[World],
    calibration: MeasuredWorlds,
    out: Path,
    ceiling_model: LightGbm | None,
    versions: dict[str, str],
    studies: dict[str, Any],
) -> dict[str, Any]:
    """Writes results.json, the bundled test worlds and every model.json; returns the results.

    `sets` holds test, stress and, where demand came from a file, real_demand; `studies` what other
    stages found (ablation, leak) and goes into the results as it is.
    """
    ids = [model_id for model_id in MODEL_NAMES if (out / model_id / GRAPH_FILE).exists()]
    ceiling = None
    if ceiling_model is not None:
        slope, offset, threshold = calibrate_ceiling(ceiling_model, calibration.worlds, calibration.folder)
        ceiling = (ceiling_model, Platt(slope, offset), threshold)
    judge = Judge(out, ids, ceiling, None)
    combined_report: dict[str, Any] | None = None
    if len(ids) > 1:
        combined = combine(judge.score(calibration), calibration.scenarios(), ids, plan.bootstrap, plan.seed)
        combined_report = write_combined(combined, out)
        judge = replace(judge, combined=combined)
    contestants = judge.contestants(sets["test"].worlds[0].rules)
    reports: dict[str, Any] = {}
    scenarios: list[dict[str, Any]] = []
    bins: dict[str, Any] = {}
    for name, measured in sets.items():
        scored = judge.score(measured)
        reports[name] = report_set(scored, contestants, plan.bootstrap, plan.seed, with_bands=True)
        print(f"  measured {name}: {scored.rows:,} candidates", flush=True)
        if name == "test":
            write_bundled(scored, ids, measured.worlds[: plan.bundled_worlds], measured.folder, out)
            bins = {model_id: reliability_bins(scored.scores[model_id], scored.label) for model_id in ids}
        if name == "stress":
            scenarios = report_scenarios(scored, measured.scenarios(), contestants, plan)
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
            "real_demand": "real_demand" in sets,
            **versions,
        },
        "sets": reports,
        "stress_scenarios": scenarios,
        **({"combined": combined_report} if combined_report else {}),
        **studies,
    }
    (out / "results.json").write_text(as_text(results))

    names = training[0].feature_names
    taught = [world.features[world.teaches] for world in training]
    quantiles = feature_quantiles(np.concatenate(taught), names, taught)
    trained = {"seed": plan.seed, **versions, "rows": rows, "positives": positives}
    for model_id in ids:
        measured_model = reports["test"]["models"][model_id]
        write_manifest(out / model_id, model_id, MODEL_NAMES[model_id], READS[model_id], trained, measured_model, bins[model_id], quantiles)
    return results


def report_scenarios(scored: ScoredSet, scenario_of_world: list[str], contestants: list[Contestant], plan: Plan) -> list[dict[str, Any]]:
    """One report a stress scenario, of its worlds' rows alone. One without phantoms is named and not measured."""
    reports = []
    for scenario in dict.fromkeys(scenario_of_world):
        chosen = [at for at, name in enumerate(scenario_of_world) if name == scenario]
        part = replace(scored.only(np.isin(scored.world, chosen)), worlds=len(chosen))
        found = (part.label > 0).sum()
        if 0 < found < part.rows:
            reports.append({"scenario": scenario, **report_set(part, contestants, plan.bootstrap, plan.seed)})
        else:
            print(f"  {scenario}: {found} phantom rows of {part.rows}, not measured", flush=True)
    return reports


def as_text(results: dict[str, Any]) -> str:
    """JSON with one line an estimate, so that a person can compare two runs."""
    spread = json.dumps(results, indent=1)
    return re.sub(r'\{\s+("value": [^,]+),\s+("low": [^,]+),\s+("high": [^\s}]+)\s+\}', r"{ \1, \2, \3 }", spread) + "\n"
