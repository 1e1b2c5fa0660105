"""From what happened to the file that a retailer would hand over: columns, gaps, restated days, late readings."""

from __future__ import annotations

import csv as python_csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from simulator.parameters import WARM_UP_DAYS, world_stream
from simulator.world import History

OPTIONAL_COLUMNS = (
    "lead_time_forecast_units",
    "units_received",
    "units_on_order",
    "units_adjusted",
    "counted_units",
    "price",
    "unit_cost",
    "on_promo",
    "category",
    "department",
    "min_display_units",
    "case_pack",
)
"""Columns that an extract may lack. Receipts and price are the last to be missing: see `choose_columns`."""


@dataclass(frozen=True)
class Naming:
    """What stores and items are called; texts per item where the file is to have them."""

    stores: list[str]
    skus: list[str]
    item_texts: dict[str, list[str]]


def plain_names(history: History) -> Naming:
    """Numbers only."""
    p = history.parameters
    return Naming([f"S{n + 1:03d}" for n in range(p.stores)], [f"{104000 + 7 * n}" for n in range(p.items)], {})


@dataclass
class Extract:
    """Rows in file order. `day` and `pair` index the matrices of the `History`."""

    day: np.ndarray
    pair: np.ndarray
    columns: dict[str, pa.Array]


def choose_columns(history: History, rng: np.random.Generator) -> list[str]:
    """Which optional columns this file has."""
    p = history.parameters
    chosen = []
    for name in OPTIONAL_COLUMNS:
        # What nearly every extract has is missing half as often as the rest.
        common = name in ("units_received", "price", "category")
        share = 1 - (1 - p.optional_column_share) * (0.5 if common else 1.0)
        if rng.random() < share:
            chosen.append(name)
    if p.forecast_column_share > 0:
        chosen.insert(0, "forecast_units")
    elif "lead_time_forecast_units" in chosen:
        chosen.remove("lead_time_forecast_units")
    return chosen


def choose_rows(history: History, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Which rows the file has, in file order; restated rows come twice."""
    p = history.parameters
    keep = history.listed.copy()
    shape = keep.shape
    if p.missing_row_share > 0:
        keep &= rng.random(shape) >= p.missing_row_share
    if p.missing_store_days > 0:
        keep &= (rng.random((p.days, p.stores)) >= p.missing_store_days)[:, history.pairs.store]
    if p.sparse > 0:
        moved = (history.sold != 0) | (history.received != 0) | (history.adjusted != 0)
        moved[0] = moved[-1] = True
        keep &= moved
    pair, day = np.nonzero(keep.T)
    if p.row_order == "day":
        order = np.lexsort((pair, day))
        pair, day = pair[order], day[order]
    elif p.row_order == "shuffled":
        order = rng.permutation(len(pair))
        pair, day = pair[order], day[order]
    return day, pair


def make_extract(history: History, columns: list[str] | None = None, naming: Naming | None = None) -> Extract:
    """The file's rows and columns, label included. With `columns` given, those optional ones and no others."""
    naming = naming or plain_names(history)
    p = history.parameters
    rng = np.random.default_rng(world_stream(p.split, p.seed, p.index).spawn(3)[2])
    chosen = choose_columns(history, rng) if columns is None else columns
    day, pair = choose_rows(history, rng)
    on_hand = _on_hand_as_read(history, rng)
    restated = np.zeros(len(day), dtype=bool)
    if p.restated_share > 0:
        # A first, wrong version of the row goes before the right one.
        again = rng.random(len(day)) < p.restated_share
        copies = 1 + again
        first_of_two = np.zeros(int(copies.sum()), dtype=bool)
        first_of_two[np.cumsum(copies)[again] - 2] = True
        day, pair, restated = np.repeat(day, copies), np.repeat(pair, copies), first_of_two
    return Extract(day, pair, _columns(history, chosen, naming, day, pair, on_hand, restated, rng))


def _on_hand_as_read(history: History, rng: np.random.Generator) -> np.ndarray:
    """On-hand as the extract job saw it: at close, before the day, or a day late."""
    p = history.parameters
    if p.on_hand_moment == "close":
        return history.on_hand
    if p.on_hand_moment == "open":
        return history.on_hand_open
    late = np.vstack([history.on_hand_open[:1], history.on_hand[:-1]])
    if p.on_hand_moment == "late":
        return late
    stores_late = rng.random(p.stores) < 0.4
    return np.where(stores_late[history.pairs.store], late, history.on_hand)


def _text(values: list[str], codes: np.ndarray) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32)), pa.array(values)).cast(pa.string())


def _columns(
    history: History,
    chosen: list[str],
    naming: Naming,
    day: np.ndarray,
    pair: np.ndarray,
    on_hand: np.ndarray,
    restated: np.ndarray,
    rng: np.random.Generator,
) -> dict[str, pa.Array]:
    p, items, pairs = history.parameters, history.items, history.pairs
    item, store = pairs.item[pair], pairs.store[pair]
    window_day = history.window(history.calendar.epoch_day)
    dates = [str(d) for d in window_day.astype("datetime64[D]")]
    sold = history.sold[day, pair]
    first_sold = np.maximum(0, sold - rng.integers(0, 3, len(sold)))
    unit_price = history.window(history.demand.price)[day, item]
    category_of = items.category[item]
    departments = sorted({c.department for c in items.categories})
    ranged = day + WARM_UP_DAYS < pairs.removed[pair]
    out: dict[str, pa.Array] = {
        "date": _text(dates, day),
        "store_id": _text(naming.stores, store),
        "sku_id": _text(naming.skus, item),
        "on_hand": pa.array(on_hand[day, pair]),
        "units_sold": pa.array(np.where(restated, first_sold, sold).astype(np.int32)),
    }
    made = {
        "forecast_units": lambda: pa.array(np.round(history.forecast[day, pair].astype(np.float64), p.forecast_decimals)),
        "lead_time_forecast_units": lambda: pa.array(
            np.round(history.lead_time_forecast[day, pair].astype(np.float64), p.forecast_decimals)
        ),
        "units_received": lambda: pa.array(history.received[day, pair]),
        "units_on_order": lambda: pa.array(history.on_order[day, pair]),
        "units_adjusted": lambda: pa.array(history.adjusted[day, pair]),
        "counted_units": lambda: pa.array(history.counted[day, pair], mask=history.counted[day, pair] < 0),
        "price": lambda: pa.array(np.round(unit_price.astype(np.float64), 2)),
        "unit_cost": lambda: pa.array(np.round(items.price[item] * 0.7, 2)),
        "on_promo": lambda: pa.array(history.window(history.demand.on_promo)[day, item].astype(np.int8)),
        "category": lambda: _text([c.name for c in items.categories], category_of),
        "department": lambda: _text(departments, np.array([departments.index(c.department) for c in items.categories])[category_of]),
        "min_display_units": lambda: pa.array(history.min_display[pair] * (ranged if p.range_known else 1)),
        "case_pack": lambda: pa.array(items.case_pack[item]),
    }
    for name, texts in naming.item_texts.items():
        out[name] = _text(texts, item)
    for name in chosen:
        out[name] = made[name]()
    out["phantom"] = pa.array(history.phantom[day, pair].astype(np.int8))
    return out


def write_csv(columns: dict[str, pa.Array], path: Path) -> None:
    """Write UTF-8 CSV with a header and commas; missing values are empty cells, quotes stand only where needed."""
    table = pa.table(columns)
    if any(_needs_quotes(column) for column in columns.values()):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = python_csv.writer(file, lineterminator="\n")
            writer.writerow(table.column_names)
            writer.writerows(zip(*(column.to_pylist() for column in table.columns), strict=True))
        return
    # The fast writer quotes every text or none.
    csv.write_csv(table, path, csv.WriteOptions(quoting_style="none", quoting_header="none"))


def _needs_quotes(column: pa.Array) -> bool:
    return pa.types.is_string(column.type) and any(set(value) & set(',"\r\n') for value in pc.unique(column).to_pylist())


def write_truth(history: History, extract: Extract, path: Path) -> None:
    """Write what was true for every row of the CSV, in its order (`numpy.load` reads it).

    expected_demand: mean units wanted that day given the store open and the item on the shelf;
    demand: units wanted; lost: units wanted and not had; shelf, backroom, misplaced: units in the
    store at close; record: true on-hand at close; cause: `Cause` that lifted the record most (0
    outside phantom rows); spell: id of the run of phantom days in this world, -1 outside; open:
    store open; backroom_only: stock, but none on the shelf; day: epoch day; pair: store-item.
    """
    at = (extract.day, extract.pair)
    shelf, backroom = history.shelf[at], history.backroom[at]
    window = history.window
    np.savez_compressed(
        path,
        expected_demand=window(history.demand.expected)[at].astype(np.float32),
        demand=window(history.demand.realised)[at],
        lost=history.lost[at],
        shelf=shelf,
        backroom=backroom,
        misplaced=history.misplaced[at],
        record=history.on_hand[at],
        cause=history.cause[at],
        spell=history.spell[at],
        open=window(history.calendar.open)[extract.day, history.pairs.store[extract.pair]],
        backroom_only=(shelf == 0) & (backroom > 0),
        day=window(history.calendar.epoch_day)[extract.day].astype(np.int32),
        pair=extract.pair.astype(np.int32),
    )
