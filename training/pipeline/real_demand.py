"""A set whose shoppers are real: the simulator's stock and records around units that real stores sold.

For evaluation alone. Without a demand file the set is left out, and the report says so.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from .plan import Plan
from .workspace import ROOT, TRAINING

#: Used where it exists and no other file is named.
DEFAULT_FILE = ROOT.parent / "shared" / "data" / "freshretail_demand.csv.gz"

#: The worlds are test worlds by number, far from those of the test split, so that they share no parameters.
SPLIT, FIRST_WORLD = "test", 900


def demand_file(named: Path | None) -> Path | None:
    """The file to take demand from; None where none was named and the default is not there."""
    if named is not None:
        path = (ROOT / named).resolve()
        if not path.exists():
            raise SystemExit(f"There is no demand file {named}.")
        return path
    return DEFAULT_FILE if DEFAULT_FILE.exists() else None


def digest_of_file(path: Path) -> str:
    """sha256 of its bytes: another file makes other worlds."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def simulate_real_demand(plan: Plan, path: Path, folder: Path) -> None:
    """Writes the CSVs and truth files of the set into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    command = [sys.executable, "-m", "simulator", "worlds", "--split", SPLIT, "--worlds", str(plan.real_demand_worlds)]
    command += ["--first", str(FIRST_WORLD), "--seed", str(plan.seed), "--demand", str(path), "--out", str(folder)]
    subprocess.run(command, cwd=TRAINING, env={**os.environ, "PYTHONPATH": str(TRAINING)}, check=True)
