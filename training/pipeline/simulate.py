"""Simulated worlds for every split, part of the training worlds with columns left out."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

from .plan import Plan
from .workspace import TRAINING

#: Columns that a real extract may lack. Dropping them here, before features are made, teaches
#: the models exactly what such an extract looks like, fallbacks of the feature code included.
DROPPABLE = (
    "forecast_units",
    "lead_time_forecast_units",
    "units_received",
    "units_on_order",
    "units_adjusted",
    "counted_units",
    "price",
    "unit_cost",
    "category",
    "department",
    "aisle",
    "bin",
    "item_name",
    "on_promo",
    "min_display_units",
    "case_pack",
)

#: Suffix of a training world whose columns were left out in part.
REDUCED = "-reduced"

#: Of five training worlds in turn, by their number, those that lose columns: worlds teach more than two copies of one would.
REDUCED_OF_FIVE = (1, 3)


def simulate(plan: Plan, folder: Path) -> None:
    """Writes the CSVs and truth files of all splits into `folder`.

    Two processes side by side: a world depends on nothing but its number.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    environment = {**os.environ, "PYTHONPATH": str(TRAINING)}
    for split in ("train", "calibration", "test", "stress"):
        size = getattr(plan, split)
        first_half = size.worlds // 2
        running = []
        for first, worlds in ((0, first_half), (first_half, size.worlds - first_half)):
            command = [sys.executable, "-m", "simulator", "worlds", "--split", split, "--first", str(first), "--worlds", str(worlds)]
            command += ["--rows", str(size.rows), "--seed", str(plan.seed), "--out", str(folder)]
            running.append(subprocess.Popen(command, cwd=TRAINING, env=environment))
        if any([process.wait() for process in running]):
            raise SystemExit(f"The simulator failed on the worlds of split {split}.")
    for path in sorted(folder.glob("train-*.csv")):
        number = int(path.stem.removeprefix("train-"))
        if number % 5 in REDUCED_OF_FIVE:
            leave_columns_out(path, path.with_name(path.stem + REDUCED + ".csv"), seed=(plan.seed, number))
            path.unlink()


def leave_columns_out(source: Path, target: Path, seed: tuple[int, ...]) -> list[str]:
    """Copies a CSV without a random part of its optional columns; returns the names left out.

    One world in four keeps only what is required, as the barest extract does.
    """
    generator = np.random.default_rng(seed)
    header = next(csv.reader(source.open(encoding="utf-8")))
    optional = [name for name in DROPPABLE if name in header]
    share = 1.0 if generator.random() < 0.25 else generator.uniform(0.2, 0.8)
    left_out = [name for name in optional if generator.random() < share]
    as_text = pacsv.ConvertOptions(column_types={name: pa.string() for name in header}, strings_can_be_null=False)
    table = pacsv.read_csv(source, convert_options=as_text)
    pacsv.write_csv(table.drop_columns(left_out), target, pacsv.WriteOptions(quoting_style="needed"))
    return left_out
