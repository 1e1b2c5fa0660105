"""The plots that the field expects, small enough to be kept in a notebook."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_curve

from ..dataset import World
from ..measures import CALIBRATION_BINS, calibration_bins, reliability
from .judged import Judged, SmallWorlds, measured

PHANTOM, OTHER, MUTED = "#b3261e", "#3d6b8e", "#9a9a9a"

#: Points drawn of a curve: more would be drawn over one another.
CURVE_POINTS = 300

plt.rcParams.update({"figure.dpi": 72, "font.size": 9, "axes.spines.top": False, "axes.spines.right": False, "legend.frameon": False})


def distributions(values: dict[str, np.ndarray], label: np.ndarray) -> Figure:
    """Histogram of each feature, phantom rows against the others, each with its own mass of one; 1 % off at either end."""
    columns = 3
    rows = -(-len(values) // columns)
    figure, axes = plt.subplots(rows, columns, figsize=(9, 2.2 * rows), layout="constrained")
    for axis, (name, column) in zip(axes.flat, values.items(), strict=False):
        known = ~np.isnan(column)
        edges = np.linspace(*np.quantile(column[known], [0.01, 0.99]), 31)
        for chosen, colour, title in ((label == 0, OTHER, "not phantom"), (label == 1, PHANTOM, "phantom")):
            part = np.clip(column[chosen & known], edges[0], edges[-1])
            axis.hist(part, edges, weights=np.full(len(part), 1 / max(1, len(part))), color=colour, alpha=0.6, label=title)
        axis.set_title(f"{name} ({1 - known.mean():.0%} missing)", fontsize=9)
        axis.set_yticks([])
    for axis in axes.flat[len(values) :]:
        axis.axis("off")
    axes.flat[0].legend(fontsize=8)
    return figure


def bars(shares: dict[str, float], title: str, most: int = 20) -> Figure:
    """The largest values as horizontal bars, largest on top."""
    chosen = sorted(shares.items(), key=lambda entry: entry[1])[-most:]
    figure, axis = plt.subplots(figsize=(7, 0.22 * len(chosen) + 0.8), layout="constrained")
    axis.barh([name for name, _ in chosen], [value for _, value in chosen], color=OTHER)
    axis.set_title(title)
    axis.tick_params(axis="y", labelsize=8)
    return figure


def contributions(shap: np.ndarray, features: np.ndarray, names: list[str], most: int = 12) -> Figure:
    """SHAP values by feature, one dot a row, coloured by the feature's rank: grey where it is missing.

    `shap` and `features` are [rows, features]; a value is what the feature adds to the log-odds of the row.
    """
    order = np.argsort(np.abs(shap).mean(axis=0))[-most:]
    figure, axis = plt.subplots(figsize=(7, 0.32 * most + 0.9), layout="constrained")
    spread = np.random.default_rng(1).uniform(-0.32, 0.32, len(shap))
    for place, at in enumerate(order):
        column = features[:, at]
        known = ~np.isnan(column)
        rank = np.argsort(np.argsort(column[known])) / max(1, known.sum() - 1)
        axis.scatter(shap[~known, at], place + spread[~known], s=3, color=MUTED)
        axis.scatter(shap[known, at], place + spread[known], s=3, c=rank, cmap="coolwarm")
    axis.axvline(0, color=MUTED, lw=0.8)
    axis.set_yticks(range(most), [names[at] for at in order], fontsize=8)
    axis.set_xlabel("added to the log-odds (blue: low value, red: high, grey: missing)")
    return figure


def _thinned(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points of a curve evenly along x, which rises from 0 to 1."""
    at = np.unique(np.minimum(np.searchsorted(x, np.linspace(0, 1, CURVE_POINTS)), len(x) - 1))
    return x[at], y[at]


def pr_and_roc(judged: Judged, worlds: SmallWorlds, title: str) -> Figure:
    """The model's curves on test worlds, the two best rules beside it; the dot is the picked threshold."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.4), layout="constrained")
    lines = {title: (judged.probability, judged.label)}
    rules = {
        rule.name: measured(worlds.test, [world.rules[at].score for world in worlds.test])
        for at, rule in enumerate(worlds.test[0].rules)
        if rule.id != "random"
    }
    best = sorted(rules, key=lambda name: -average_precision_score(rules[name][1], rules[name][0]))[:2]
    for name, (score, label) in {**lines, **{name: rules[name] for name in best}}.items():
        precision, recall, _ = precision_recall_curve(label, score)
        false_rate, found, _ = roc_curve(label, score)
        style = {"color": PHANTOM, "lw": 2} if name == title else {"lw": 1}
        left.plot(*_thinned(recall[::-1], precision[::-1]), label=name, **style)
        right.plot(*_thinned(false_rate, found), label=name, **style)
    figures = judged.figures()
    left.plot(figures["recall"], figures["precision"], "o", color=PHANTOM)
    left.axhline(judged.label.mean(), color=MUTED, lw=0.8, ls=":")
    right.plot([0, 1], [0, 1], color=MUTED, lw=0.8, ls=":")
    left.set(xlabel="recall", ylabel="precision", xlim=(0, 1), ylim=(0, 1.02), title=f"AP {figures['average_precision']:.3f}")
    right.set(xlabel="false-positive rate", ylabel="recall", title=f"AUC {figures['auc']:.3f}")
    right.legend(fontsize=8, loc="lower right")
    return figure


def confusion_and_calibration(judged: Judged) -> Figure:
    """Counts at the threshold, and what was promised against what was found in ten bins of equal mass."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.2), layout="constrained")
    alert, positive = judged.probability >= judged.threshold.value, judged.label == 1
    counts = np.array([[(positive & alert).sum(), (positive & ~alert).sum()], [(~positive & alert).sum(), (~positive & ~alert).sum()]])
    left.imshow(counts / counts.sum(axis=1, keepdims=True), cmap="Blues", vmin=0, vmax=1)
    for (row, column), count in np.ndenumerate(counts):
        dark = count / counts[row].sum() > 0.5
        left.text(column, row, f"{count:,}", ha="center", va="center", color="white" if dark else "black")
    left.set_xticks([0, 1], ["alert", "no alert"])
    left.set_yticks([0, 1], ["phantom", "not phantom"])
    left.set_title(f"threshold {judged.threshold.value:.3f}")
    table = reliability(judged.probability, judged.label, np.ones(len(judged.label)), calibration_bins(judged.probability))
    right.plot([0, 1], [0, 1], color=MUTED, lw=0.8, ls=":")
    right.plot(table[:, 0], table[:, 1], "o-", color=OTHER)
    right.set(xlabel="mean probability", ylabel="share phantom", title=f"{CALIBRATION_BINS} bins of equal mass")
    return figure


def training_curve(steps: list[int], losses: dict[str, list[float]], unit: str) -> Figure:
    """Log loss by step of training, one line a set of rows; the dotted line marks the best of the last one."""
    figure, axis = plt.subplots(figsize=(6, 2.8), layout="constrained")
    for (name, values), colour in zip(losses.items(), (OTHER, PHANTOM), strict=False):
        axis.plot(steps, values, "o-", ms=3, color=colour, label=name)
    last = list(losses.values())[-1]
    axis.axvline(steps[int(np.argmin(last))], color=MUTED, lw=0.8, ls=":")
    axis.set(xlabel=unit, ylabel="log loss")
    axis.legend()
    return figure


def store_item(world: World, series: int, feature: str) -> Figure:
    """One store-item by day: the record, what was sold, a feature, and its phantom days shaded."""
    rows = np.flatnonzero(world.series_position == series)
    day = world.day[rows] - world.day[rows[0]]
    figure, axes = plt.subplots(3, 1, figsize=(9, 4.2), sharex=True, layout="constrained")
    for chosen, name in zip(axes, ("DailyBOH", "sold_today", feature), strict=True):
        chosen.step(day, world.column(name)[rows], where="mid", color=OTHER)
        chosen.set_title(name, fontsize=9, loc="left")
        inside = world.label[rows] == 1
        chosen.fill_between(day, 0, 1, where=inside, step="mid", color=PHANTOM, alpha=0.25, transform=chosen.get_xaxis_transform())
    axes[-1].set_xlabel("day; shaded: phantom")
    return figure
