"""YOURS. What is learnt from: grades, from 0 to 4, of which most are in the middle."""

import numpy as np


def load_grades(count=3000, validation=500, test=500):
    """A hidden quality, cut at four thresholds; inputs Float["b 10"], targets Int["b"] in 0 … 4."""
    rng = np.random.default_rng(41)
    total = count + validation + test
    x = rng.normal(size=(total, 10))
    quality = x[:, 0] + np.sin(2 * x[:, 1]) + 0.5 * x[:, 2] * x[:, 3] + 0.4 * rng.normal(size=total)
    x, grades = x.astype("float32"), np.digitize(quality, [-2.2, -0.8, 0.9, 2.3]).astype("int32")
    cut = {
        "train": slice(count),
        "validation": slice(count, count + validation),
        "test": slice(count + validation, None),
    }
    return {name: (x[part], grades[part]) for name, part in cut.items()}
