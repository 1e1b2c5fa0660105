"""Rules that real programmes use, as scores beside the models: the bar that a model has to clear.

They are written once, in src/domain/rules, and run by the feature command, so that the app and this report
draw the same curves. A higher score means a likelier phantom; a rule with a threshold alerts at or above it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

#: Score of a row for which a rule has no answer (NaN in the file): below every answer.
NO_ANSWER = -1e9


@dataclass(frozen=True)
class Rule:
    """A rule by name, with where it alerts (None: a ranking without a fixed threshold), and its scores of one extract."""

    id: str
    name: str
    threshold: float | None
    #: float32, one a row.
    score: np.ndarray

    def only(self, keep: np.ndarray) -> Rule:
        """The scores of the rows for which `keep` is true."""
        return replace(self, score=self.score[keep])


def read_rules(path: Path, described: list[dict[str, Any]]) -> tuple[Rule, ...]:
    """Reads NAME.rules.f32; `described` is the list of rules in NAME.json."""
    scores = np.fromfile(path, dtype="<f4").reshape(len(described), -1)
    scores[np.isnan(scores)] = NO_ANSWER
    return tuple(Rule(rule["id"], rule["name"], rule["threshold"], score) for rule, score in zip(described, scores, strict=True))
