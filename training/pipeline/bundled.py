"""The rows of the test worlds with scores and labels, for the Thresholds screen when an extract has no labels."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.csv as pacsv

from .dataset import World
from .rules import NO_ANSWER, Rule
from .scored_set import ScoredSet

FORMAT_VERSION = 2

#: The feature that says how many units a day shoppers are expected to want: every model reads it.
RATE_FEATURE = "held_rate"

#: A rate is SMALLEST_RATE x RATE_RATIO^(code - 1), code 1 to 65535, 0 none: within .015 % from 1e-5 to 1e4 units a day,
#: finer than any figure that is shown.
SMALLEST_RATE, LARGEST_RATE, LARGEST_CODE = 1e-5, 1e4, 65535
RATE_RATIO = (LARGEST_RATE / SMALLEST_RATE) ** (1 / (LARGEST_CODE - 1))

#: A price is code x PRICE_UNIT, 0 none: the simulator's prices are whole hundredths.
PRICE_UNIT = 0.01

#: Columns of the runs, int32: a run is the measured rows of one unbroken series of a store-item.
RUN_COLUMNS = ("item", "store", "first_day", "category", "rows")

#: Steps kept of a rule's curve: more would be drawn over one another.
CURVE_STEPS = 400


@dataclass(frozen=True)
class BundledRows:
    """Runs one after another, store-item by store-item, and what stands in their rows."""

    #: int32 [runs, RUN_COLUMNS]: store-item and store are numbered from 0 over all worlds; category -1 is none.
    runs: np.ndarray
    #: Days of the series seen up to the row, itself included; the row's day is first_day + days_seen - 1.
    days_seen: np.ndarray
    rate_code: np.ndarray
    price_code: np.ndarray
    categories: list[str]


def rate_codes(rate: np.ndarray) -> np.ndarray:
    """uint16 codes of units a day; NaN is none."""
    held = np.clip(rate, SMALLEST_RATE, LARGEST_RATE)
    code = np.rint(np.log(held / SMALLEST_RATE) / np.log(RATE_RATIO)) + 1
    return np.where(np.isnan(rate), 0, code).astype(np.uint16)


def price_codes(price: np.ndarray) -> np.ndarray:
    """uint16 codes of prices; NaN is none."""
    code = np.rint(np.nan_to_num(price) / PRICE_UNIT)
    if (code < 0).any() or (code > LARGEST_CODE).any():
        raise ValueError("A price does not fit the bundled test worlds.")
    return code.astype(np.uint16)


def described_rows(world: World, folder: Path) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Price of every measured row (NaN: none), and its category as a code into the texts (-1: none), from the world's CSV."""
    table = pacsv.read_csv(folder / f"{world.name}.csv")
    at = world.record[world.measures]
    price = np.full(len(at), np.nan)
    if "price" in table.column_names:
        price = table["price"].to_numpy().astype(np.float64)[at]
    if "category" not in table.column_names:
        return price, np.full(len(at), -1), []
    category = table["category"].combine_chunks().dictionary_encode()
    codes = category.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return price, codes[at], category.dictionary.to_pylist()


def bundle(worlds: list[World], folder: Path) -> BundledRows:
    """The measured rows of all worlds, in the order of `scored_set.gather`."""
    names: dict[str, int] = {}
    runs: list[np.ndarray] = []
    seen, rates, prices = [], [], []
    items = stores = 0
    for world in worlds:
        mask = world.measures
        price, category, texts = described_rows(world, folder)
        code_of = np.array([names.setdefault(text, len(names)) for text in texts] + [-1])
        first, row_run, rows = np.unique(world.series_position[mask], return_index=True, return_counts=True)
        start = world.series_starts[first]
        item = (world.store[start].astype(np.int64) << 32) | world.sku[start]
        dense_item = np.cumsum(np.r_[True, item[1:] != item[:-1]]) - 1
        _, dense_store = np.unique(world.store[start], return_inverse=True)
        runs.append(np.stack([items + dense_item, stores + dense_store, world.day[start], code_of[category[row_run]], rows], axis=1))
        items, stores = items + int(dense_item[-1]) + 1, stores + int(dense_store.max()) + 1
        seen.append(world.history_days[mask])
        rates.append(rate_codes(world.column(RATE_FEATURE)[mask]))
        prices.append(price_codes(price))
    return BundledRows(
        np.concatenate(runs).astype("<i4"),
        np.concatenate(seen).astype("<u2"),
        np.concatenate(rates).astype("<u2"),
        np.concatenate(prices).astype("<u2"),
        list(names),
    )


def thinned_curve(rule: Rule, score: np.ndarray, label: np.ndarray) -> dict[str, Any]:
    """At most CURVE_STEPS of the rule's distinct scores, falling, with the exact counts of alerts at or above each.

    Kept are steps evenly spread over recall and over the logarithm of the number of alerts, the ends, and the step
    that the rule's fixed threshold cuts at. The last step is of rows without an answer (null), where there are any.
    """
    order = np.argsort(-score, kind="stable")
    ranked = score[order]
    closes = np.flatnonzero(np.r_[ranked[1:] != ranked[:-1], True])
    found = np.cumsum(label[order] > 0)[closes]
    alerts = closes + 1
    last = len(closes) - 1
    kept = np.arange(last + 1) if last < CURVE_STEPS else _spread(rule, ranked[closes], found, alerts)
    # The shortest digits that read back as the very float32.
    scores = [None if value == NO_ANSWER else float(str(value)) for value in ranked[closes][kept].astype(np.float32)]
    return {
        "name": rule.name,
        "threshold": rule.threshold,
        "scores": scores,
        "true_positives": found[kept].tolist(),
        "false_positives": (alerts - found)[kept].tolist(),
    }


def _spread(rule: Rule, scores: np.ndarray, found: np.ndarray, alerts: np.ndarray) -> np.ndarray:
    """Places of the steps to keep, of all steps' scores, phantoms found and alerts."""
    last = len(scores) - 1
    half = CURVE_STEPS // 2 - 2
    wanted = [
        np.searchsorted(found, np.linspace(0, found[-1], half)),
        np.searchsorted(alerts, np.geomspace(1, alerts[-1], half)),
        [0, last],
    ]
    if rule.threshold is not None:
        wanted.append([max(0, int((scores >= np.float32(rule.threshold)).sum()) - 1)])
    return np.unique(np.minimum(np.concatenate(wanted), last)).astype(np.int64)


def write_bundled(scored: ScoredSet, models: list[str], worlds: list[World], truth: Path, folder: Path) -> None:
    """Writes test-worlds.bin and test-worlds.json (see training/README.md) into `folder`.

    `worlds` are the first of those that were scored: results.json measures them all as `test`, but the app fetches
    these rows at its start. `truth` is the folder of the worlds' CSVs.
    """
    all_worlds = scored.worlds
    scored = replace(scored.only(scored.world < len(worlds)), worlds=len(worlds))
    rows = bundle(worlds, truth)
    if len(rows.days_seen) != scored.rows:
        raise ValueError(f"{len(rows.days_seen)} bundled rows, {scored.rows} scored")
    scores = [scored.scores[model].astype("<f4") for model in models]
    parts = [*scores, rows.runs.T, rows.days_seen, rows.rate_code, rows.price_code, (scored.label > 0).astype(np.uint8)]
    (folder / "test-worlds.bin").write_bytes(b"".join(np.ascontiguousarray(part).tobytes() for part in parts))
    positives = int((scored.label > 0).sum())
    described = {
        "format_version": FORMAT_VERSION,
        "rows": scored.rows,
        "models": models,
        "positives": positives,
        "runs": len(rows.runs),
        "items": int(rows.runs[:, 0].max()) + 1,
        "stores": int(rows.runs[:, 1].max()) + 1,
        "rate": {"feature": RATE_FEATURE, "smallest": SMALLEST_RATE, "ratio": RATE_RATIO},
        "price_unit": PRICE_UNIT,
        "categories": rows.categories,
        "rules": {rule.id: thinned_curve(rule, scored.scores[rule.id], scored.label) for rule in worlds[0].rules},
        "description": (
            f"{scored.rows:,} candidate rows of {scored.worlds} of the {all_worlds} simulated store groups that no model learned from, "
            f"{positives:,} of them phantom"
        ),
    }
    (folder / "test-worlds.json").write_text(as_lines(described))


def as_lines(described: dict[str, Any]) -> str:
    """JSON with one line a key, and one a rule."""
    rules = ",\n".join(f"    {json.dumps(key)}: {json.dumps(curve)}" for key, curve in described["rules"].items())
    others = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in described.items() if key != "rules"]
    return "{\n" + ",\n".join([*others, f'  "rules": {{\n{rules}\n  }}']) + "\n}\n"
