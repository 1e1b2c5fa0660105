"""The table that a person wants at the end of a training run."""

from __future__ import annotations

from typing import Any

COLUMNS = (
    ("AP", "average_precision"),
    ("AUC", "auc"),
    ("R@.90", "recall_at_precision_90"),
    ("P", "precision"),
    ("R", "recall"),
    ("ECE", "calibration_error"),
    ("P@10", "precision_at_10"),
    ("found", "episodes_found"),
    ("days", "days_to_find"),
    ("days 1+", "days_to_find_selling_daily"),
    ("lost", "lost_units_under_alert"),
)


def print_summary(results: dict[str, Any]) -> None:
    """Every set, best average precision first; then what the other studies found."""
    reports = [*results["sets"].items(), *((entry["scenario"], entry) for entry in results["stress_scenarios"])]
    for name, report in reports:
        print(f"\n{name}: {report['candidates']:,} candidates, base rate {report['base_rate']:.4f}, {report['episodes']} spells")
        print(f"  {'':44s} " + " ".join(f"{heading:>7s}" for heading, _ in COLUMNS) + "   part of ceiling: AP R@.90 lost P@10")
        groups = {**report["models"], **{key: report[key] for key in ("combined", "ceiling") if key in report}, **report["rules"]}
        for measured in sorted(groups.values(), key=lambda entry: -entry["average_precision"]["value"]):
            cells = " ".join(_cell(measured.get(key)) for _, key in COLUMNS)
            parts = measured.get("part_of_ceiling", {})
            keys = ("average_precision", "recall_at_precision_90", "lost_units_under_alert", "precision_at_10")
            print(f"  {measured['name'][:44]:44s} {cells}   " + " ".join(_cell(parts.get(key)) for key in keys))
    if "combined" in results:
        decision = results["combined"]
        print(f"\nAll four: {'offered' if decision['offered'] else 'not offered'}; gain in AP {decision['gain_over_best_single']}")
    for step in results.get("leak", {}).get("steps", []):
        print(f"  {step['name'][:80]:80s} P {step['precision']} R {step['recall']} F1 {step['f1']} AUC {step['auc']}")


def _cell(figure: dict[str, float] | None) -> str:
    return f"{figure['value']:7.3f}" if figure else "      -"
