"""MODEL_CARD.md and the four model cards, written from results.json: no figure is typed by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from . import card_texts as texts
from .card_tables import (
    IN_THE_STORE,
    WRONG,
    ablation_table,
    band_table,
    leak_table,
    part_table,
    reliability_table,
    scenario_table,
    table,
    tuning_table,
)
from .export import GRAPH_FILE
from .plan import MODEL_IDS, MODEL_NAMES, TUNING
from .tree_graph import early_answers_of

SETS = (
    ("test", "Test worlds", texts.TEST_WORLDS),
    ("stress", "Stress worlds", texts.STRESS_WORLDS),
    ("real_demand", "Real demand", texts.REAL_DEMAND),
)


def best_model(report: dict[str, Any]) -> str:
    """Id of the model of highest AP on a set."""
    return max(report["models"], key=lambda key: report["models"][key]["average_precision"]["value"])


def set_section(title: str, about: str, report: dict[str, Any], combined_offered: bool) -> str:
    """Models, ceiling and rules on one set of worlds."""
    models = [report["models"][model_id] for model_id in MODEL_IDS if model_id in report["models"]]
    combined = [report["combined"]] if "combined" in report else []
    rules = sorted(report["rules"].values(), key=lambda rule: -rule["average_precision"]["value"])
    ceiling = [report["ceiling"]] if "ceiling" in report else []
    share = f"{100 * report['base_rate']:.1f} %"
    lines = [
        f"### {title}",
        about,
        f"{report['candidates']:,} candidate rows of {report['store_items']:,} store-items in {report['worlds']} worlds, {share} of them "
        f"phantom; {report['episodes']:,} spells of three days or more, {report['episodes_selling_daily']:,} of them of daily sellers; "
        f"{report['lost_units']:,} units lost.",
        table([*models, *combined, *ceiling]),
        table([*models, *combined, *ceiling], IN_THE_STORE),
    ]
    if ceiling:
        lines.append(part_table([*models, *combined]))
    lines += [texts.WRONG_ALERTS, table([*models, *combined, *ceiling], WRONG)]
    lines += ["Rules that programmes use, on the same rows, best first:", table(rules), table(rules, IN_THE_STORE)]
    if "bands" in report:
        lines += [texts.BANDS, band_table(report["bands"]["velocity"], "Units wanted a day")]
        lines.append(band_table(report["bands"]["history"], "Days seen"))
    if combined and not combined_offered:
        lines.insert(3, texts.NOT_OFFERED)
    return "\n\n".join(lines)


def project_card(results: dict[str, Any]) -> str:
    """MODEL_CARD.md: all models together."""
    combined = results.get("combined")
    parts = [
        "# Model card",
        texts.SIMULATED,
        "## What they are",
        texts.WHAT,
        texts.training_data(results["generated"]),
        "## Intended use",
        texts.USE,
        "## Figures",
        texts.FIGURES_ARE,
    ]
    for key, title, about in SETS:
        if key in results["sets"]:
            parts.append(set_section(title, about, results["sets"][key], bool(combined and combined["offered"])))
    if "real_demand" not in results["sets"]:
        parts += ["### Real demand", texts.NO_REAL_DEMAND]
    if results["stress_scenarios"]:
        best = best_model(results["sets"]["stress"])
        parts += ["### Each stress scenario alone", texts.scenarios_of(MODEL_NAMES[best])]
        parts.append(scenario_table(results["stress_scenarios"], best))
    if combined:
        parts += ["## All four together", texts.combined_sentence(combined)]
    if "ablation" in results:
        parts += ["## What each family of features is worth", texts.ablation_sentence(results["ablation"])]
        parts.append(ablation_table(results["ablation"]))
    parts += ["## Limits", texts.LIMITS, "## Why these figures are lower than some that are published", texts.LEAK]
    if "leak" in results:
        parts += [texts.leak_sentence(results["leak"]), leak_table(results["leak"]), texts.LEAK_READ]
    if TUNING.exists():
        record = json.loads(TUNING.read_text())
        parts += ["## How settings were chosen", texts.tuning_sentence(record, results["generated"]["seed"]), tuning_table(record)]
    parts += ["## Training them again", texts.AGAIN]
    return "\n\n".join(parts) + "\n"


def model_card(model_id: str, results: dict[str, Any], folder: Path) -> str:
    """The card of one model."""
    manifest = json.loads((folder / "model.json").read_text())
    threshold = json.loads((folder / "threshold.json").read_text())
    picked = threshold["picked_on"]
    test = results["sets"]["test"]
    best_rule = max(test["rules"], key=lambda key: test["rules"][key]["average_precision"]["value"])
    parts = [
        f"# {MODEL_NAMES[model_id]}",
        texts.SIMULATED,
        texts.MODELS[model_id],
        f"Reads {len(manifest['features'])} features a row; the graph holds every step of preprocessing and takes "
        f"{manifest['graph']['bytes'] / 1e6:.1f} MB.",
        *texts.early_sentences(early_answers_of(folder / GRAPH_FILE)),
        texts.training_data(results["generated"]),
        "## Threshold",
        texts.threshold_sentence(threshold, picked),
        "## Figures",
        texts.FIGURES_ARE,
    ]
    for name, title, _ in SETS:
        if name not in results["sets"]:
            continue
        report = results["sets"][name]
        entries = [report["models"][model_id]]
        entries += [report["ceiling"]] if "ceiling" in report else []
        entries.append(report["rules"][best_rule])
        parts += [f"### {title}", table(entries), table(entries, IN_THE_STORE)]
    if results["stress_scenarios"]:
        parts += ["### Each stress scenario alone", scenario_table(results["stress_scenarios"], model_id)]
    parts += ["### Calibration on the test worlds", reliability_table(manifest["calibration"])]
    parts += ["## Limits", texts.LIMITS]
    return "\n\n".join(parts) + "\n"


def write_cards(results: dict[str, Any], out: Path, card: Path) -> None:
    """Writes every model_card.md and the project's card."""
    for model_id in MODEL_IDS:
        if model_id in results["sets"]["test"]["models"]:
            (out / model_id / "model_card.md").write_text(model_card(model_id, results, out / model_id))
    card.write_text(project_card(results))
