"""YOURS. What is learnt from: increments of Brownian paths."""

import numpy as np


def load_mine(paths, held_out, steps, dimension, horizon, seed):
    """dW of each step, and g(X_T) = log((1 + |X_T|²) / 2) of X = sqrt(2) W.

    Args:
        paths: to train on.
        held_out: of validation, and of the test.
        steps: of a path.
        dimension: of X.
        horizon: T.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)

    def part(count):
        increments = np.sqrt(horizon / steps) * rng.normal(size=(count, steps, dimension))
        end = np.sqrt(2.0) * increments.sum(axis=1)
        cost = np.log(0.5 * (1 + (end**2).sum(axis=-1, keepdims=True)))
        return increments.astype("float32"), cost.astype("float32")

    return {"train": part(paths), "validation": part(held_out), "test": part(held_out)}
