"""YOURS. What each loss in conf/loss is worth, by mental arithmetic. To add one: its file there, its case here."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Case:
    """Inputs whose loss is known by mental arithmetic, with the arithmetic beside each number below."""

    y_true: list
    y_pred: list
    expected: list  # one value a sample, or one a sample and position
    perfect: list  # predictions that leave nothing to be desired; without a floor, better than those of other samples
    extremes: tuple = (-100, 0, 100)  # first outputs at which value and gradient are finite
    wrong: list | None = None  # predictions that are worse; without them, those that are perfect for other samples
    gradient: list | None = None  # at y_pred, by hand, where a part that is stopped makes it no derivative of the value
    alone: bool = True  # false: a sample's loss depends on the others of its batch


LABELS = [0, 2]
UNDECIDED = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]  # p = 1/3 for each of three classes
CERTAIN = [[100.0, 0.0, 0.0], [0.0, 0.0, 100.0]]
CASES = {
    # -ln(1/3) = ln 3
    "sparse_categorical_crossentropy": Case(LABELS, UNDECIDED, [np.log(3), np.log(3)], CERTAIN),
    # (1 - 1/3)² · ln 3
    "focal": Case(LABELS, UNDECIDED, [4 / 9 * np.log(3), 4 / 9 * np.log(3)], CERTAIN),
    # (1 - 3)² = 4;  (2 - 1)² = 1
    "mean_squared_error": Case([[1.0], [2.0]], [[3.0], [1.0]], [4.0, 1.0], [[1.0], [2.0]]),
}
