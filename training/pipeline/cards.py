"""MODEL_CARD.md and the four model cards, written from results.json: no figure is typed by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from . import card_texts as texts
from .plan import MODEL_IDS, MODEL_NAMES

#: Columns of the tables: heading, key in results.json.
FIGURES = (
    ("Precision", "precision"),
    ("Recall", "recall"),
    ("F1", "f1"),
    ("AUC", "auc"),
    ("AP", "average_precision"),
    ("Recall at precision .90", "recall_at_precision_90"),
    ("Calibration error", "calibration_error"),
    ("Precision at 10 a store and day", "precision_at_10"),
)


def figure(estimate: dict[str, float] | None) -> str:
    """`.912 (.901-.922)`; a dash where the figure does not exist."""
    if not estimate:
        return "-"
    value, low, high = (f"{estimate[key]:.3f}".replace("0.", ".", 1) for key in ("value", "low", "high"))
    return f"{value} ({low}–{high})"


def table(entries: list[dict[str, Any]]) -> str:
    """A Markdown table, one line a model or rule."""
    head = ["", "Threshold", *(heading for heading, _ in FIGURES)]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for entry in entries:
        threshold = entry.get("threshold")
        shown = "-" if threshold is None else f"{threshold:.3f}"
        cells = [entry["name"], shown, *(figure(entry.get(key)) for _, key in FIGURES)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def set_section(title: str, about: str, report: dict[str, Any]) -> str:
    """Models, ceiling and rules on one set of worlds."""
    models = [report["models"][model_id] for model_id in MODEL_IDS if model_id in report["models"]]
    rules = sorted(report["rules"].values(), key=lambda rule: -rule["average_precision"]["value"])
    ceiling = [report["ceiling"]] if "ceiling" in report else []
    share = f"{100 * report['base_rate']:.1f} %"
    lines = [
        f"### {title}",
        about,
        f"{report['candidates']:,} candidate rows of {report['worlds']} worlds, {share} of them phantom.",
        table([*models, *ceiling]),
        "Rules that programmes use, on the same rows, best first:",
        table(rules),
    ]
    return "\n\n".join(lines)


def reliability_table(bins: list[dict[str, float]]) -> str:
    """What a model promised against what was found, in ten bins."""
    lines = ["| Mean probability | Share phantom | Rows |", "|---|---|---|"]
    lines += [f"| {bin['mean_probability']:.4f} | {bin['observed_rate']:.4f} | {int(bin['rows']):,} |" for bin in bins]
    return "\n".join(lines)


def project_card(results: dict[str, Any]) -> str:
    """MODEL_CARD.md: all models together."""
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
        set_section("Test worlds", texts.TEST_WORLDS, results["sets"]["test"]),
    ]
    if "stress" in results["sets"]:
        parts.append(set_section("Stress worlds", texts.STRESS_WORLDS, results["sets"]["stress"]))
    parts += ["## Limits", texts.LIMITS, "## Why these figures are lower than some that are published", texts.LEAK]
    parts += ["## Training them again", texts.AGAIN]
    return "\n\n".join(parts) + "\n"


def model_card(model_id: str, results: dict[str, Any], folder: Path) -> str:
    """The card of one model."""
    manifest = json.loads((folder / "model.json").read_text())
    threshold = json.loads((folder / "threshold.json").read_text())
    picked = threshold["picked_on"]
    test = results["sets"]["test"]
    best_rule = max(test["rules"].values(), key=lambda rule: rule["average_precision"]["value"])
    parts = [
        f"# {MODEL_NAMES[model_id]}",
        texts.SIMULATED,
        texts.MODELS[model_id],
        f"Reads {len(manifest['features'])} features a row; the graph holds every step of preprocessing and takes "
        f"{manifest['graph']['bytes'] / 1e6:.1f} MB.",
        texts.training_data(results["generated"]),
        "## Threshold",
        texts.threshold_sentence(threshold, picked),
        "## Figures",
        texts.FIGURES_ARE,
    ]
    for name, title in (("test", "Test worlds"), ("stress", "Stress worlds")):
        if name not in results["sets"]:
            continue
        report = results["sets"][name]
        entries = [report["models"][model_id]]
        entries += [report["ceiling"]] if "ceiling" in report else []
        entries += [report["rules"][key] for key, rule in test["rules"].items() if rule is best_rule]
        parts += [f"### {title}", table(entries)]
    parts += ["### Calibration on the test worlds", reliability_table(manifest["calibration"])]
    parts += ["## Limits", texts.LIMITS]
    return "\n\n".join(parts) + "\n"


def write_cards(results: dict[str, Any], out: Path, card: Path) -> None:
    """Writes every model_card.md and the project's card."""
    for model_id in MODEL_IDS:
        if model_id in results["sets"]["test"]["models"]:
            (out / model_id / "model_card.md").write_text(model_card(model_id, results, out / model_id))
    card.write_text(project_card(results))
