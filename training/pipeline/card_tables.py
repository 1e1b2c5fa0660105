"""Tables of the model cards, from results.json alone."""

from __future__ import annotations

from typing import Any

from .plan import MODEL_NAMES

#: Columns of a table: heading, key in results.json.
Columns = tuple[tuple[str, str], ...]

RANKING: Columns = (
    ("Precision", "precision"),
    ("Recall", "recall"),
    ("F1", "f1"),
    ("AUC", "auc"),
    ("AP", "average_precision"),
    ("Recall at precision .90", "recall_at_precision_90"),
    ("Calibration error", "calibration_error"),
)

IN_THE_STORE: Columns = (
    ("Right of first 5", "precision_at_5"),
    ("Right of first 10", "precision_at_10"),
    ("Right of first 20", "precision_at_20"),
    ("Lift", "lift"),
    ("Spells found", "episodes_found"),
    ("Median days", "days_to_find"),
    ("Spells found, daily sellers", "episodes_found_selling_daily"),
    ("Median days, daily sellers", "days_to_find_selling_daily"),
    ("Lost units under alert", "lost_units_under_alert"),
)

WRONG: Columns = (
    ("Alerts that are wrong, of an item that nobody wants that day", "false_alerts_unwanted"),
    ("Of other items, with stock in the backroom alone", "false_alerts_in_backroom"),
)

PART: Columns = (
    ("AP", "average_precision"),
    ("Recall at precision .90", "recall_at_precision_90"),
    ("Lost units under alert", "lost_units_under_alert"),
    ("Right of first 10", "precision_at_10"),
)


def figure(estimate: dict[str, float] | None) -> str:
    """`.912 (.901-.922)`; a dash where the figure does not exist."""
    if not estimate:
        return "-"
    value, low, high = (short(estimate[key]) for key in ("value", "low", "high"))
    return f"{value} ({low}–{high})"


def short(value: float) -> str:
    """Three decimals below one without the leading nought, fewer above."""
    if abs(value) >= 10:
        return f"{value:.1f}"
    text = f"{value:.2f}" if abs(value) > 1 else f"{value:.3f}"
    return text.replace("0.", ".", 1) if abs(value) < 1 else text


def signed(estimate: dict[str, float] | None) -> str:
    """A difference with its interval, plus signs written."""
    if not estimate:
        return "-"
    value, low, high = (("+" if estimate[key] >= 0 else "−") + short(abs(estimate[key])) for key in ("value", "low", "high"))
    return f"{value} ({low} to {high})"


def markdown(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(cells) + " |" for cells in rows])


def table(entries: list[dict[str, Any]], columns: Columns = RANKING) -> str:
    """One line a model or rule, each with its threshold."""
    rows = []
    for entry in entries:
        threshold = entry.get("threshold")
        rows.append([entry["name"], "-" if threshold is None else short(threshold), *(figure(entry.get(key)) for _, key in columns)])
    return markdown(["", "Threshold", *(heading for heading, _ in columns)], rows)


def part_table(entries: list[dict[str, Any]]) -> str:
    """Every entry's measures as a part of the ceiling's."""
    rows = [[entry["name"], *(figure(entry["part_of_ceiling"].get(key)) for _, key in PART)] for entry in entries]
    return markdown(["Part of the ceiling's", *(heading for heading, _ in PART)], rows)


def band_table(bands: list[dict[str, Any]], unit: str) -> str:
    """One line a band: AP and recall at precision .90 of every score that was measured in it."""
    names: dict[str, str] = {}
    for band in bands:
        names |= {key: measured["name"] for key, measured in band["measured"].items()}
    rows = []
    for band in bands:
        reach = f"{band['from']:g} and more" if band["below"] is None else f"{band['from']:g} to below {band['below']:g}"
        count = f"{band['positives']:,}" + (" (too few to judge by)" if band["too_few"] else "")
        cells = [reach, f"{band['candidates']:,}", count]
        for key in names:
            measured = band["measured"].get(key)
            pair = (measured["average_precision"], measured["recall_at_precision_90"]) if measured else (None, None)
            cells.append(" / ".join(short(value["value"]) if value else "-" for value in pair))
        rows.append(cells)
    return markdown([unit, "Rows", "Phantom", *names.values()], rows)


def scenario_table(scenarios: list[dict[str, Any]], model_id: str) -> str:
    """One line a stress scenario: one model, its part of the ceiling and the best rule."""
    rows = []
    for report in scenarios:
        model = report["models"][model_id]
        rule = max(report["rules"].values(), key=lambda entry: entry["average_precision"]["value"])
        part = model.get("part_of_ceiling", {})
        rows.append(
            [
                report["scenario"],
                f"{report['positives']:,} of {report['candidates']:,}",
                figure(model["average_precision"]),
                figure(part.get("average_precision")),
                figure(model["recall_at_precision_90"]),
                figure(model["precision"]),
                figure(model["calibration_error"]),
                f"{short(rule['average_precision']['value'])} ({rule['name']})",
            ]
        )
    head = ["Scenario", "Phantom rows", "AP", "Part of the ceiling's AP", "Recall at precision .90"]
    return markdown([*head, "Precision at threshold", "Calibration error", "AP of the best rule"], rows)


def ablation_table(ablation: dict[str, Any]) -> str:
    """What AP and recall lose without each family, largest loss on the stress worlds first."""
    sets = list(ablation["all"])
    entries = sorted(ablation["without"], key=lambda entry: -entry["sets"][sets[0]]["loss"]["average_precision"]["value"])
    rows = []
    for entry in entries:
        cells = [entry["family"], str(entry["features"])]
        for key in sets:
            loss = entry["sets"][key]["loss"]
            cells += [signed(loss["average_precision"]), signed(loss["recall_at_precision_90"])]
        rows.append(cells)
    titles = [f"{what}, {key.replace('_', ' ')}" for key in sets for what in ("AP lost", "Recall at .90 lost")]
    return markdown(["Left out", "Features", *titles], rows)


def leak_table(leak: dict[str, Any]) -> str:
    """The staircase from the leaky figures to the honest ones."""
    keys = ("precision", "recall", "f1", "auc", "average_precision", "base_rate")
    rows = [[step["name"], *("-" if step[key] is None else short(step[key]) for key in keys)] for step in leak["steps"]]
    return markdown(["Measured how", "Precision", "Recall", "F1", "AUC", "AP", "Share labelled"], rows)


def reliability_table(bins: list[dict[str, float]]) -> str:
    """What a model promised against what was found, in ten bins."""
    rows = [[f"{bin['mean_probability']:.4f}", f"{bin['observed_rate']:.4f}", f"{int(bin['rows']):,}"] for bin in bins]
    return markdown(["Mean probability", "Share phantom", "Rows"], rows)


def tuning_table(record: dict[str, Any]) -> str:
    """Every setting that was tried, the chosen ones marked."""
    chosen = record["chosen"]
    rows = []
    for trial in record["trials"]:
        settings = trial["settings"]
        told = ", ".join(f"{name.split('_', 1)[1].replace('_', ' ')} {value:g}" for name, value in settings.items())
        mark = "chosen" if all(chosen.get(name) == value for name, value in settings.items()) else ""
        reached = [short(trial[name]) for name in ("average_precision", "recall_at_precision_90")]
        rows.append([MODEL_NAMES[trial["model"]], told, *reached, mark])
    return markdown(["Model", "Setting", "AP", "Recall at precision .90", ""], rows)
