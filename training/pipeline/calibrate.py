"""Platt scaling and the shipped threshold, both from calibration worlds alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

#: Probabilities are held this far from 0 and 1 before their log-odds are taken.
MARGIN_LIMIT = 1e-4


@dataclass(frozen=True)
class Platt:
    """probability = 1 / (1 + exp(-(slope * margin + offset))); two numbers, so rank and ties stay."""

    slope: float
    offset: float

    def probability(self, margin: np.ndarray) -> np.ndarray:
        """Calibrated probability, float64, of log-odds margins."""
        return expit(self.slope * margin.astype(np.float64) + self.offset)


def margin_of_probability(probability: np.ndarray) -> np.ndarray:
    """log(p / (1 - p)) with p held within [MARGIN_LIMIT, 1 - MARGIN_LIMIT]."""
    held = np.clip(probability.astype(np.float64), MARGIN_LIMIT, 1 - MARGIN_LIMIT)
    return np.log(held) - np.log1p(-held)


def fit_platt(margin: np.ndarray, label: np.ndarray) -> Platt:
    """Maximum likelihood by Newton's method, with Platt's smoothed targets (1999, eq. 3).

    The targets (n1 + 1) / (n1 + 2) and 1 / (n0 + 2) keep the fit finite where classes separate.
    """
    positive = label > 0
    n1, n0 = float(positive.sum()), float((~positive).sum())
    if n1 == 0 or n0 == 0:
        raise ValueError("calibration needs rows of both classes")
    return fit_platt_to(margin, np.where(positive, (n1 + 1) / (n1 + 2), 1 / (n0 + 2)))


def fit_platt_to(margin: np.ndarray, target: np.ndarray) -> Platt:
    """The same towards a probability a row, between 0 and 1, in place of a label."""
    x = margin.astype(np.float64)
    slope, offset = 1.0, 0.0
    loss = _log_loss(slope * x + offset, target)
    for _ in range(100):
        p = expit(slope * x + offset)
        weight = np.maximum(p * (1 - p), 1e-12)
        gradient = np.array([np.dot(p - target, x), np.sum(p - target)])
        cross = np.dot(weight, x)
        hessian = np.array([[np.dot(weight, x * x), cross], [cross, weight.sum()]]) + 1e-9 * np.eye(2)
        step = np.linalg.solve(hessian, gradient)
        size = 1.0
        while size > 1e-8:
            tried = _log_loss((slope - size * step[0]) * x + offset - size * step[1], target)
            if tried < loss:
                break
            size /= 2
        else:
            break
        slope, offset = slope - size * step[0], offset - size * step[1]
        if loss - tried < 1e-10 * max(1.0, loss):
            break
        loss = tried
    return Platt(float(np.float32(slope)), float(np.float32(offset)))


def _log_loss(margin: np.ndarray, target: np.ndarray) -> float:
    """Sum over rows of -target log p - (1 - target) log(1 - p), from margins without overflow."""
    return float(np.sum(np.logaddexp(0.0, margin) - target * margin))


@dataclass(frozen=True)
class Threshold:
    """Where alerts begin, with what it gave on all rows that it was picked on."""

    value: float
    precision: float
    recall: float
    #: False where no threshold reaches the floor: then this is the one of highest precision (on the worst kind of rows).
    reached: bool


def pick_threshold(score: np.ndarray, label: np.ndarray, precision_floor: float, kind: np.ndarray | None = None) -> Threshold:
    """Highest recall whose precision is at least the floor on every kind of rows, each kind alone; alerts are scores >= the threshold.

    `kind` names the kind of world that each row is of; without it all rows are of one. Worlds that reach further
    than usual ask for more than usual ones do: what is picked on worlds like those of the training alone promises
    too much wherever a store is unlike them.

    The value lies halfway between the lowest alert and the highest row below it, so that a
    difference in a score's last digits flips no alert.
    """
    order = np.argsort(-score, kind="stable")
    ranked, positive = score[order].astype(np.float64), label[order] > 0
    last_of_tie = np.flatnonzero(np.r_[ranked[1:] != ranked[:-1], True])
    found = np.cumsum(positive)[last_of_tie]
    precision = found / (last_of_tie + 1)
    recall = found / max(1, positive.sum())
    kinds = [np.ones(len(order), dtype=bool)] if kind is None else [kind[order] == one for one in np.unique(kind)]
    of_worst_kind = np.min([_precision_within(of_kind, positive)[last_of_tie] for of_kind in kinds], axis=0)
    enough = np.flatnonzero(of_worst_kind >= precision_floor)
    reached = len(enough) > 0
    # Recall never falls along the list, so the last entry has the highest.
    at = int(enough[-1]) if reached else int(np.lexsort((recall, of_worst_kind))[-1])
    lowest = ranked[last_of_tie[at]]
    below = ranked[last_of_tie[at] + 1] if last_of_tie[at] + 1 < len(ranked) else 0.0
    return Threshold(float(np.float32((lowest + below) / 2)), float(precision[at]), float(recall[at]), reached)


def _precision_within(of_kind: np.ndarray, positive: np.ndarray) -> np.ndarray:
    """Precision among one kind's rows of a ranked list, down to every row; 0 above its first."""
    return np.cumsum(of_kind & positive) / np.maximum(1, np.cumsum(of_kind))
