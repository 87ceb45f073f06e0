"""What holds of any weights."""

import numpy as np


def rattled(inputs):
    """Other readings where a sensor has failed."""
    readings = np.asarray(inputs["readings"])
    noise = np.random.default_rng(0).normal(0, 3, readings.shape).astype("float32")
    working = np.asarray(inputs["working"])[:, None, :] > 0
    return {**inputs, "readings": np.where(working, readings, noise)}
