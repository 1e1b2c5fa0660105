"""The cards of own models: every figure comes from results.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .. import card_texts as texts
from ..card_tables import reliability_table, table
from ..export import GRAPH_FILE
from ..tree_graph import early_answers_of
from .labels import SOURCE_WORDS
from .measure import SHIPPED_PREFIX

FIGURES_ARE = (
    "Candidates only: record above zero, 28 days of history. Precision, recall and F1 at the threshold of this folder (of the "
    "app for the shipped models); AP is average precision; calibration error is the mean gap between promised and observed share "
    "over ten bins of equal size. In brackets 95 % intervals from a bootstrap over store-items."
)

HOW_APART = (
    "The sides share neither a store-item nor a day, but stores, SKUs in other stores and the season are common to them: a new "
    "store or another year can differ. Days between the windows, and rows whose store-item belongs to another side, were not used. "
    "What teaches stopping shares the days of learning, with store-items of its own."
)

FROM_COUNTS = (
    "The label comes from physical counts: a count of nothing on a day without a sale says that the record at the close of the day "
    "before was phantom; a count of more than that day's delivery says that it was not. Items are not counted at random, so the "
    "share of phantoms among counted rows, and with it probability and precision, may differ from that of all rows."
)

LIMITS = """- The figures hold for the stores and the period that the extract covers, as far as its labels are right.
- Few phantom rows on the test side give wide intervals: believe the interval, not its middle.
- Check alerts against the shelf as before, and train again when more labels are there."""


def learned_from(generated: dict[str, Any]) -> str:
    """The first sentence of every card."""
    sides = generated["sides"]
    mixed = (
        f" {generated['simulated_rows']:,} rows of simulated stores ({generated['simulated_positives']:,} phantom) were learned "
        "beside them; none of these calibrate or measure."
        if generated["simulated_rows"]
        else ""
    )
    return (
        f"**Trained on your data:** {generated['training_rows']:,} rows, {generated['training_positives']:,} of them phantom by "
        f"{SOURCE_WORDS[generated['label']]}, {sides['learning']['first_day']} to {sides['learning']['last_day']}.{mixed} "
        f"File of {generated['file_rows']:,} store-item days, data {generated['data_version']}, code {generated['code_version']}, "
        f"seed {generated['seed']}."
    )


def sides_table(generated: dict[str, Any]) -> str:
    """Who learned, calibrated and judged."""
    lines = ["| Side | Days | Rows | Phantom | Store-items with a phantom |", "|---|---|---|---|---|"]
    for name, side in generated["sides"].items():
        days = f"{side['first_day']} to {side['last_day']}"
        lines.append(f"| {name} | {days} | {side['rows']:,} | {side['positives']:,} | {side['store_items_with_phantoms']:,} |")
    return "\n".join(lines)


def threshold_sentence(threshold: dict[str, Any]) -> str:
    """How the threshold came about."""
    value, floor, picked = threshold["precision_floor_threshold"], threshold["precision_floor"], threshold["picked_on"]
    found = (
        f"On the {picked['candidates']:,} candidates of the calibration side, {picked['positives']:,} of them phantom, it gave "
        f"precision {picked['precision']:.3f} and recall {picked['recall']:.3f}."
    )
    if threshold["floor_reached"]:
        return f"{value:.4f}: the highest recall with precision at least {floor:.2f}. {found}"
    return f"{value:.4f}: no threshold reached precision {floor:.2f}, so this is the one of highest precision. {found}"


def own_card(folder: Path, model_id: str, base_id: str, results: dict[str, Any]) -> str:
    """The card of one model folder; `base_id` is one of lgbm, xgb, rf, lstm."""
    manifest = json.loads((folder / "model.json").read_text())
    threshold = json.loads((folder / "threshold.json").read_text())
    test, generated = results["sets"]["test"], results["generated"]
    shipped = test["models"].get(f"{SHIPPED_PREFIX}{base_id}")
    best_rule = max(test["rules"].values(), key=lambda rule: rule["average_precision"]["value"])
    parts = [
        f"# {manifest['name']}",
        learned_from(generated),
        texts.MODELS[base_id].removesuffix(" The default model."),
        *texts.early_sentences(early_answers_of(folder / GRAPH_FILE)),
        "## Sides",
        sides_table(generated),
        f"The windows are {generated['embargo_days']} days apart. {HOW_APART}",
        *([FROM_COUNTS] if generated["label"] == "counts" else []),
        "## Threshold",
        threshold_sentence(threshold),
        "## Figures on the test side",
        FIGURES_ARE,
        f"{test['candidates']:,} candidate rows, {100 * test['base_rate']:.1f} % of them phantom.",
        table([test["models"][model_id], *([shipped] if shipped else []), best_rule]),
        "### Calibration",
        reliability_table(manifest["calibration"]),
        "## Limits",
        LIMITS,
    ]
    return "\n\n".join(parts) + "\n"
