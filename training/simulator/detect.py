"""How hard phantom stock is to see in a world: simple rules and single features, past and present only."""

from __future__ import annotations

import numpy as np

from simulator.summary import candidates
from simulator.world import History


def _days_since(event: np.ndarray) -> np.ndarray:
    """Days since the column's last event, this row included; as long as the file where there was none."""
    day = np.arange(len(event))[:, None]
    last = np.maximum.accumulate(np.where(event, day, -1), axis=0)
    return day - last


def _window_sum(values: np.ndarray, window: int) -> np.ndarray:
    total = np.cumsum(values, axis=0, dtype=np.float64)
    out = total.copy()
    out[window:] -= total[:-window]
    return out


def _auc(score: np.ndarray, label: np.ndarray) -> float:
    """Chance that a phantom row scores above another, ties half; rank sum of Mann and Whitney."""
    order = np.argsort(score, kind="stable")
    ordered = score[order]
    _, start, count = np.unique(ordered, return_index=True, return_counts=True)
    rank = np.empty(len(score))
    rank[order] = np.repeat(start + (count + 1) / 2, count)
    positives = int(label.sum())
    return float((rank[label].sum() - positives * (positives + 1) / 2) / (positives * (len(score) - positives)))


def single_features(history: History) -> dict[str, np.ndarray]:
    """Simple columns that an analyst would try alone; matrices, higher meaning more suspect."""
    sold = np.maximum(0, history.sold)
    since_sale = _days_since(sold > 0)
    mean_28 = _window_sum(sold, 28) / 28
    mean_all = np.cumsum(sold, axis=0) / np.arange(1, len(sold) + 1)[:, None]
    zero_share = np.cumsum(sold == 0, axis=0) / np.arange(1, len(sold) + 1)[:, None]
    forecast_sum = np.cumsum(history.forecast, axis=0, dtype=np.float64)
    at_sale = np.maximum.accumulate(np.where(sold > 0, forecast_sum, 0), axis=0)
    return {
        "days since sale": since_sale,
        "low on-hand": -history.on_hand,
        "days since sale x mean of all days": since_sale * mean_all,
        "days since sale x mean of 28 days": since_sale * mean_28,
        "zero share to the streak": -since_sale * np.log(np.clip(zero_share, 1e-6, 1 - 1e-6)),
        "forecast since sale": forecast_sum - at_sale,
        "days since receipt": _days_since(history.received > 0),
        "low cover": -history.on_hand / (mean_28 + 0.02),
        "shortfall of 7 days": _window_sum(history.forecast, 7) - _window_sum(sold, 7),
        "low sales of 28 days": -mean_28,
    }


def detection_figures(histories: list[History]) -> dict[str, float]:
    """Precision of the 28-day rule, lift of low records over random, best AUC of one feature; over all candidates."""
    label, since_sale, low_first, low_any = [], [], [], []
    scores: dict[str, list[np.ndarray]] = {}
    for history in histories:
        chosen = candidates(history)
        label.append(history.phantom[chosen])
        bare = history.shelf == 0
        features = single_features(history)
        since_sale.append(features["days since sale"][chosen])
        for name, values in features.items():
            scores.setdefault(name, []).append(values[chosen])
        # The hundredth of the chain's list with the lowest record, against all of it, on a day in twelve.
        for day in np.flatnonzero(chosen.any(axis=1))[::12]:
            here = np.flatnonzero(chosen[day])
            if len(here) < 100:
                continue
            first = here[np.argsort(history.on_hand[day, here], kind="stable")[: len(here) // 100]]
            low_first.append(bare[day, first].mean())
            low_any.append(bare[day, here].mean())
    labels = np.concatenate(label)
    silent = np.concatenate(since_sale) >= 28
    return {
        '"no sale for 28 days" right': float(labels[silent].mean()),
        "low record first, empty shelves against random": float(np.mean(low_first) / np.mean(low_any)),
        "AUC of the best single feature": max(feature_aucs(histories, labels, scores).values()),
    }


def feature_aucs(histories: list[History], labels: np.ndarray, scores: dict[str, list[np.ndarray]]) -> dict[str, float]:
    """AUC of every single feature over all candidates."""
    return {name: _auc(np.concatenate(values).astype(np.float64), labels) for name, values in scores.items()}
