"""YOURS. What no metric gives."""

import numpy as np


def renumbered(inputs):
    """The same molecules, their atoms numbered in the opposite order."""
    last = inputs["atoms"].shape[1] - 1
    ends = np.asarray(inputs["ends"])
    return {**inputs, "atoms": np.asarray(inputs["atoms"])[:, ::-1], "ends": np.where(ends < 0, ends, last - ends)}
