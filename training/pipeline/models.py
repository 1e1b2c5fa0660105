"""The four models by id: how to train and how to load each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import train_lgbm, train_lstm, train_rf, train_xgb
from .dataset import World
from .native import NativeModel
from .plan import Plan


@dataclass(frozen=True)
class Learner:
    """How one model is made and read back."""

    train: Callable[[list[World], list[World], Plan], NativeModel]
    load: Callable[[Path], NativeModel]
    #: Source file that decides how it is trained.
    file: str


LEARNERS = {
    "lgbm": Learner(train_lgbm.train, train_lgbm.load, "train_lgbm.py"),
    "xgb": Learner(train_xgb.train, train_xgb.load, "train_xgb.py"),
    "rf": Learner(train_rf.train, train_rf.load, "train_rf.py"),
    "lstm": Learner(train_lstm.train, train_lstm.load, "train_lstm.py"),
}
