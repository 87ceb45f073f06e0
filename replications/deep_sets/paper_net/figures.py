"""Figures that no metric gives, of a run's folder."""

import numpy as np

from .recipe import load_run


def order_matters(run_dir):
    """Largest change of a prediction when a test set's elements are shuffled, as a share of the largest prediction."""
    model, _, data = load_run(run_dir)
    digits = data.test[0]
    shuffled = np.random.default_rng(0).permuted(digits, axis=1)
    before, after = (model.predict(x, verbose=0) for x in (digits, shuffled))
    return float(np.max(np.abs(after - before)) / np.max(np.abs(before)))
