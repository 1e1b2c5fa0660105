"""What the four models have in common, whatever library made them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

import numpy as np
import onnx

from .dataset import World

if TYPE_CHECKING:
    from .early_answers import Scoring


class NativeModel(Protocol):
    """A trained model in its own library."""

    #: `rows` reads each row alone, `series` reads a store-item from its first day to its last.
    reads: Literal["rows", "series"]

    def margins(self, world: World) -> np.ndarray:
        """Log-odds of phantom before calibration, float64, one a row of the world."""
        ...

    def graph(self, names: tuple[str, ...], scoring: Scoring) -> onnx.ModelProto:
        """The same model as ONNX, features in, calibrated probability out."""
        ...

    def save(self, folder: Path) -> None:
        """Writes the library's own files."""
        ...


@runtime_checkable
class TreeModel(NativeModel, Protocol):
    """A sum or mean of trees, which has something to say after its first ones."""

    #: How many it has.
    trees: int

    def margins_of_first(self, trees: int, world: World) -> np.ndarray:
        """The margins by the first `trees` alone, as if the model had no more."""
        ...
