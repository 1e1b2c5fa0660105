"""How large the models may be, by how much there is to learn from."""

from __future__ import annotations

from dataclasses import replace

from ..plan import FULL, Plan


def within(value: float, low: int, high: int) -> int:
    """`value` as a whole number held within [low, high]."""
    return int(min(high, max(low, value)))


def own_plan(rows: int, seed: int) -> Plan:
    """The full plan, scaled down where fewer than about 200,000 rows teach.

    Leaves and the state grow with the rows; what a leaf must rest on shrinks with them, or no tree
    would split at all. Little data gives the LSTM more epochs, each of which is short then.
    """
    return replace(
        FULL,
        name="own",
        seed=seed,
        lgbm_leaves=within(rows / 1_500, 8, FULL.lgbm_leaves),
        lgbm_leaf_rows=within(rows / 600, 10, FULL.lgbm_leaf_rows),
        xgb_depth=within(3 + rows / 40_000, 3, FULL.xgb_depth),
        xgb_leaf_weight=within(rows / 5_000, 1, int(FULL.xgb_leaf_weight)),
        rf_leaves=within(rows / 100, 30, FULL.rf_leaves),
        rf_leaf_rows=within(rows / 3_000, 3, FULL.rf_leaf_rows),
        lstm_hidden=within(16 + rows / 5_000, 16, FULL.lstm_hidden),
        lstm_epochs=within(400_000 / max(1, rows), FULL.lstm_epochs, 40),
    )
