"""Features by the very code that the browser runs: src/cli/features.ts under Node."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from .workspace import ROOT

#: Files given to one Node process; bounds its memory and lets two run side by side.
FILES_A_PROCESS = 4
PROCESSES = 2


def make_features(csvs: list[Path], folder: Path) -> None:
    """Writes NAME.features.f32, NAME.index.i32, NAME.rules.f32 and NAME.json for every CSV into `folder`."""
    node = shutil.which("node")
    tsx = ROOT / "node_modules" / "tsx" / "dist" / "cli.mjs"
    if node is None or not tsx.exists():
        raise SystemExit("Features are made by Node: start training with `npm run train`.")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    batches = [csvs[start : start + FILES_A_PROCESS] for start in range(0, len(csvs), FILES_A_PROCESS)]
    running: list[subprocess.Popen[bytes]] = []
    for batch in batches:
        if len(running) == PROCESSES:
            finish(running.pop(0))
        command = [node, str(tsx), "src/cli/features.ts", str(folder), *map(str, batch)]
        running.append(subprocess.Popen(command, cwd=ROOT))
    for process in running:
        finish(process)


def finish(process: subprocess.Popen[bytes]) -> None:
    """Waits for a feature process and stops the training if it failed."""
    if process.wait() != 0:
        raise SystemExit(f"The feature command failed with exit code {process.returncode}.")
