"""One line of figures about a world, to see at a glance whether it is a plausible one."""

from __future__ import annotations

import numpy as np

from simulator.replenishment import order_season
from simulator.stock import Cause
from simulator.world import History

CANDIDATE_HISTORY_DAYS = 28
"""Days that a row must have behind it, itself included, to count; the same as the product's."""


def candidates(history: History) -> np.ndarray:
    """Rows with stock on record and enough history; bool [days, store-items]."""
    seen = np.cumsum(history.listed, axis=0)
    return history.listed & (history.on_hand > 0) & (seen >= CANDIDATE_HISTORY_DAYS)


def summarise(history: History) -> dict[str, float | dict[str, float]]:
    """Shares over the extract's days.

    phantom_share: of candidates. out_of_stock: store-item-days of open stores and items still
    sold whose shelf is empty at close. records_wrong: records that differ from the sellable stock on the
    last day, and of these the share with less in the store than on record. shrink: units lost
    unseen over units sold.
    """
    eligible = candidates(history)
    phantom = history.phantom & eligible
    p, pairs = history.parameters, history.pairs
    day = np.arange(p.total_days - p.days, p.total_days)[:, None]
    open_ = history.window(history.calendar.open)[:, pairs.store]
    ranged = (day < pairs.delisted) & order_season(p, history.items)[-p.days :, pairs.item]
    active = history.listed & open_ & ranged
    last = history.listed[-1] & ranged[-1]
    error = (history.on_hand[-1] - history.shelf[-1] - history.backroom[-1])[last]
    causes = np.bincount(history.cause[phantom], minlength=len(Cause)) / max(1, phantom.sum())
    lengths = np.bincount(history.spell[history.phantom]) if history.phantom.any() else np.zeros(1)
    return {
        "rows": int(history.listed.sum()),
        "candidates": int(eligible.sum()),
        "phantom_share": float(phantom.sum() / max(1, eligible.sum())),
        "out_of_stock": float((active & (history.shelf == 0)).sum() / max(1, active.sum())),
        "backroom_only": float((active & (history.shelf == 0) & (history.backroom > 0)).sum() / max(1, active.sum())),
        "records_wrong": float((error != 0).mean()),
        "wrong_below_record": float((error > 0).sum() / max(1, (error != 0).sum())),
        "units_above": float(error[error > 0].mean()) if (error > 0).any() else 0.0,
        "shrink": float(history.unseen_loss.sum() / max(1, history.sold.sum())),
        "mean_units_sold": float(history.sold[history.listed].mean()),
        "zero_sale_share": float((history.sold[history.listed] == 0).mean()),
        "mean_spell_days": float(lengths[lengths > 0].mean()) if (lengths > 0).any() else 0.0,
        "causes": {cause.name.lower(): round(float(causes[cause]), 4) for cause in Cause if causes[cause] > 0},
    }
