"""YOURS. What is learnt from: synthetic control charts."""

import numpy as np

LENGTH = 60


def load_charts(each):
    """Charts of a process in control, in cycles, with a trend up or down, with a shift up or down.

    Args:
        each: of every kind, in each split.

    Returns:
        The splits; inputs Float["b 60 1"], each series standardized; targets Int["b"] in 0 … 5.

    Source: Alcock & Manolopoulos, Time-series similarity queries employing a feature-based approach, 1999.
    """
    rng = np.random.default_rng(0)
    return {split: charts(rng, each) for split in ("train", "validation", "test")}


def charts(rng, each):
    time, kinds = np.arange(LENGTH), np.repeat(np.arange(6), each)
    rows = 30 + 2 * rng.uniform(-3, 3, (len(kinds), LENGTH))
    size, period = rng.uniform(10, 15, len(kinds)), rng.uniform(10, 15, len(kinds))
    slope, height = rng.uniform(0.2, 0.5, len(kinds)), rng.uniform(7.5, 20, len(kinds))
    begins = rng.uniform(LENGTH / 3, 2 * LENGTH / 3, len(kinds))
    for row, kind in enumerate(kinds):
        rows[row] += [
            0 * time,
            size[row] * np.sin(2 * np.pi * time / period[row]),
            slope[row] * time,
            -slope[row] * time,
            height[row] * (time >= begins[row]),
            -height[row] * (time >= begins[row]),
        ][kind]
    rows = (rows - rows.mean(axis=1, keepdims=True)) / rows.std(axis=1, keepdims=True)
    return rows[..., None].astype("float32"), kinds.astype("int32")
