import numpy as np


def weights(features, units, seed):
    """What an earlier training on another task left, as a file would hold it: three kernels."""
    draw = np.random.default_rng(seed)
    shapes = ((features, units), (units, units), (units, 1))
    return [draw.normal(0, np.sqrt(2 / rows), (rows, columns)).astype("float32") for rows, columns in shapes]
