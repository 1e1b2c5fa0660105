"""Where a run keeps its intermediate files, and how a stage knows that it is already done."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

TRAINING = Path(__file__).resolve().parent.parent
ROOT = TRAINING.parent


@dataclass(frozen=True)
class Workspace:
    """Folders of one run. `work` is disposable; `out` holds what the app loads."""

    work: Path
    out: Path
    golden: Path
    #: MODEL_CARD.md of the whole project is written here.
    card: Path

    @property
    def worlds(self) -> Path:
        return self.work / "worlds"

    @property
    def features(self) -> Path:
        return self.work / "features"

    @property
    def native(self) -> Path:
        return self.work / "native"

    @property
    def real_demand(self) -> Workspace:
        """The same folders for the worlds whose demand comes from a file."""
        return replace(self, work=self.work / "real-demand")

    def study(self, name: str) -> Path:
        """What a stage beside the models found, as JSON."""
        return self.work / f"{name}.json"

    def model(self, model_id: str) -> Path:
        """The folder of one shipped model."""
        return self.out / model_id


def digest_of(*patterns: str) -> str:
    """sha256 over the names and bytes of the project's files that match; tests do not count."""
    total = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file() and ".test." not in path.name and "__pycache__" not in path.parts:
                total.update(path.relative_to(ROOT).as_posix().encode())
                total.update(path.read_bytes())
    return total.hexdigest()


def stage(workspace: Workspace, name: str, key: object, work: Callable[[], None]) -> bool:
    """Does `work` unless a stamp says that it was done with this very key. Returns whether it ran.

    The key holds everything that the result depends on, so that a stage is done again when a
    parameter, the code or an earlier stage has changed.
    """
    stamp = workspace.work / "stamps" / f"{name}.json"
    text = json.dumps(key, sort_keys=True, indent=1)
    if stamp.exists() and stamp.read_text() == text:
        print(f"{name}: as before", flush=True)
        return False
    stamp.unlink(missing_ok=True)
    began = time.perf_counter()
    print(f"{name} ...", flush=True)
    work()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(text)
    print(f"{name}: {time.perf_counter() - began:.1f} s", flush=True)
    return True
