"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

import numpy as np
from keras import ops


def degrees(y_true, y_pred):
    """By how much the orientation is wrong, 0 … 90 degrees, from (cos 2a, sin 2a): Float["b"]."""
    y_true = ops.cast(y_true, y_pred.dtype)
    twice = ops.arctan2(y_true[:, 1], y_true[:, 0]) - ops.arctan2(y_pred[:, 1], y_pred[:, 0])
    twice = ops.arctan2(ops.sin(twice), ops.cos(twice))  # in -pi … pi
    return ops.abs(twice) / 2 * (180 / np.pi)
