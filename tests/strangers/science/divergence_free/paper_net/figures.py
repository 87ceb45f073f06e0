"""Figures that no metric gives, of a run's folder."""

import numpy as np

from .recipe import load_run


def divergence(run_dir, step=0.01):
    """Mean |du/dx + dv/dy|, in shares of the mean |du/dx|, by differences at a grid of places."""
    model, _, _ = load_run(run_dir)
    x, y = np.meshgrid(np.linspace(-0.9, 0.9, 15), np.linspace(-0.9, 0.9, 15))
    place = np.stack([x.ravel(), y.ravel()], -1).astype("float32")

    def along(axis):
        by = step * np.eye(2, dtype="float32")[axis]
        ahead, behind = (model.predict(place + side * by, verbose=0) for side in (1, -1))
        return (ahead - behind)[:, axis] / (2 * step)

    along_x, along_y = along(0), along(1)
    return float(np.abs(along_x + along_y).mean() / np.abs(along_x).mean())
