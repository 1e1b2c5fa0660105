"""The file that speed is measured on: 10 columns, no label, about 52 bytes a row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from simulator.extract import make_extract, write_csv
from simulator.parameters import DEMO, draw_parameters
from simulator.world import simulate

DAYS = 180
STORES = 20
COLUMNS = ["forecast_units", "units_received", "price", "on_promo", "category"]


def write_reference_job(rows: int, seed: int, out: Path) -> int:
    """Write exactly `rows` rows (fewer if the world has fewer): 20 stores, 180 days; returns the count."""
    drawn = draw_parameters(DEMO, seed, 1, rows)
    # Stores leave out a share of the range, so a few items more than rows / days / stores.
    items = round(1.06 * rows / (DAYS * STORES)) + 1
    parameters = replace(
        drawn,
        days=DAYS,
        stores=STORES,
        items=items,
        new_share=0.0,
        forecast_column_share=1.0,
        forecast_decimals=2,
        missing_row_share=0.0,
        missing_store_days=0.0,
        restated_share=0.0,
        sparse=0.0,
        on_hand_moment="close",
        row_order="series",
    )
    columns = make_extract(simulate(parameters), COLUMNS).columns
    del columns["phantom"]
    columns = {name: column[:rows] for name, column in columns.items()}
    write_csv(columns, out)
    return len(columns["date"])
