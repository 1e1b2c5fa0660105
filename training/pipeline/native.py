"""What the four models have in common, whatever library made them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Protocol

import numpy as np
import onnx

from .calibrate import Platt
from .dataset import World


class NativeModel(Protocol):
    """A trained model in its own library."""

    #: `rows` reads each row alone, `series` reads a store-item from its first day to its last.
    reads: Literal["rows", "series"]

    def margins(self, world: World) -> np.ndarray:
        """Log-odds of phantom before calibration, float64, one a row of the world."""
        ...

    def graph(self, names: tuple[str, ...], platt: Platt) -> onnx.ModelProto:
        """The same model as ONNX, features in, calibrated probability out."""
        ...

    def save(self, folder: Path) -> None:
        """Writes the library's own files."""
        ...
