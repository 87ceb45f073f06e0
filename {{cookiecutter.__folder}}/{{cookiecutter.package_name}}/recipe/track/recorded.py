"""MACHINERY. What trackers record beside numbers and texts, and in which group each of it is shown."""

from dataclasses import dataclass

import numpy as np

from ..figures.sheet import Picture

FIGURES = ("train", "val", "test", "verdict")  # groups that are shown before all others


@dataclass(frozen=True)
class Histogram:
    values: np.ndarray


@dataclass(frozen=True)
class Table:
    columns: list
    rows: list  # of lists of numbers and texts

    def markdown(self):
        rows = [[str(cell) for cell in row] for row in self.rows]
        return "\n".join(f"| {' | '.join(row)} |" for row in (self.columns, ["---"] * len(self.columns), *rows))


def placed(key, value):
    """The key with its group renamed: trackers sort them by name, and the loss comes before what happens within."""
    if key.partition("/")[0] in FIGURES or "/" not in key:
        return key
    return f"view_{key}" if isinstance(value, Picture | Table) else f"within_{key}"
