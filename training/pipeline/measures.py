"""Every figure of the report, as weighted sums: a bootstrap replicate is another set of weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

CALIBRATION_BINS = 10
#: Alerts per store and day at which precision is reported.
COUNT_BUDGETS = (5, 10, 20)


@dataclass(frozen=True)
class Ranked:
    """Rows by falling score, made once; measures then take weights in row order.

    Rows with one score alert together. Of these groups only the ones that hold a phantom row are kept: a
    group without one neither adds recall nor raises precision.
    """

    order: np.ndarray
    #: Places in `order` of the phantom rows.
    positive: np.ndarray
    #: Per kept group: its first place in `order`, the place after its last, its first entry in `positive`.
    start: np.ndarray
    end: np.ndarray
    first: np.ndarray

    @staticmethod
    def of(score: np.ndarray, label: np.ndarray) -> Ranked:
        order = np.argsort(-score, kind="stable")
        ranked = score[order]
        opens = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]])
        closes = np.r_[opens[1:], len(order)]
        positive = np.flatnonzero(label[order] > 0)
        group, first = np.unique(np.searchsorted(opens, positive, side="right") - 1, return_index=True)
        return Ranked(order, positive, opens[group], closes[group], first)


def ranking_measures(ranked: Ranked, weight: np.ndarray, precision_floor: float) -> dict[str, float]:
    """AUC (ties count half), average precision (steps, as scikit-learn), recall at the precision floor."""
    w = weight[ranked.order]
    mass = np.r_[0.0, np.cumsum(w)]
    positives, total = float(w[ranked.positive].sum()), float(mass[-1])
    if positives <= 0 or positives >= total:
        return {"auc": float("nan"), "average_precision": float("nan"), "recall_at_precision_90": float("nan")}
    hit = np.add.reduceat(w[ranked.positive], ranked.first)
    found = np.cumsum(hit)
    above, alerts = mass[ranked.start], mass[ranked.end]
    wrong_above = above - (found - hit)
    wrong_beside = alerts - above - hit
    recall, precision = found / positives, found / np.maximum(alerts, 1e-12)
    # The floor is asked of thresholds that alert on something.
    enough = (precision >= precision_floor) & (alerts > 0)
    negatives = total - positives
    return {
        "auc": float(np.sum(hit * (negatives - wrong_above - wrong_beside / 2)) / (positives * negatives)),
        "average_precision": float(np.sum(hit * precision) / positives),
        "recall_at_precision_90": float(recall[enough].max()) if enough.any() else 0.0,
    }


def alert_measures(score: np.ndarray, label: np.ndarray, weight: np.ndarray, threshold: float) -> dict[str, float]:
    """Precision, recall, F1 and lift over random where alerts are scores >= threshold."""
    alert = score >= threshold
    positive = label > 0
    hit = float(weight[alert & positive].sum())
    alerts, positives, total = float(weight[alert].sum()), float(weight[positive].sum()), float(weight.sum())
    precision = hit / alerts if alerts else float("nan")
    recall = hit / positives if positives else float("nan")
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * hit / (alerts + positives) if alerts + positives else float("nan"),
        "lift": precision / (positives / total) if alerts and positives else float("nan"),
    }


def false_alert_shares(alert: np.ndarray, label: np.ndarray, kinds: dict[str, np.ndarray], weight: np.ndarray) -> dict[str, float]:
    """{false_alerts_KIND: share of the wrong alerts that are of that kind}; NaN where no alert is wrong."""
    wrong = weight * (alert & (label <= 0))
    total = float(wrong.sum())
    return {f"false_alerts_{kind}": float(wrong[rows].sum()) / total if total else float("nan") for kind, rows in kinds.items()}


def calibration_bins(probability: np.ndarray) -> np.ndarray:
    """Bin of every row: ten of equal mass by rank of probability."""
    rank = np.empty(len(probability), dtype=np.int64)
    rank[np.argsort(probability, kind="stable")] = np.arange(len(probability))
    return rank * CALIBRATION_BINS // len(probability)


def reliability(probability: np.ndarray, label: np.ndarray, weight: np.ndarray, bins: np.ndarray) -> np.ndarray:
    """[bins, 3]: mean probability, observed rate, weight."""
    mass = np.bincount(bins, weight, CALIBRATION_BINS)
    safe = np.maximum(mass, 1e-12)
    mean = np.bincount(bins, weight * probability, CALIBRATION_BINS) / safe
    rate = np.bincount(bins, weight * (label > 0), CALIBRATION_BINS) / safe
    return np.stack([mean, rate, mass], axis=1)


def calibration_error(table: np.ndarray) -> float:
    """Mean absolute gap between promised and observed over the bins, by mass (ECE)."""
    return float(np.sum(table[:, 2] * np.abs(table[:, 0] - table[:, 1])) / np.sum(table[:, 2]))


def top_of_store_days(score: np.ndarray, store_day: np.ndarray, tie_break: np.ndarray) -> np.ndarray:
    """Place of every row within its store and day by falling score, 0 first; ties by `tie_break`."""
    order = np.lexsort((tie_break, -score, store_day))
    grouped = store_day[order]
    start = np.flatnonzero(np.r_[True, grouped[1:] != grouped[:-1]])
    length = np.diff(np.r_[start, len(order)])
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order)) - np.repeat(start, length)
    return place


def precision_of_top(place: np.ndarray, label: np.ndarray, weight: np.ndarray, budget: int) -> float:
    """Share phantom among the first `budget` rows of every store and day."""
    taken = place < budget
    mass = float(weight[taken].sum())
    return float(weight[taken & (label > 0)].sum()) / mass if mass else float("nan")
