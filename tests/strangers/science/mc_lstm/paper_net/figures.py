"""Figures that no metric gives, of a run's folder."""

import keras
import numpy as np

from .recipe import load_run


def made(run_dir):
    """Largest share of the rain that is neither in the outflow of all cells nor still in them at the end."""
    model, _, data = load_run(run_dir)
    inputs = data.validation[0]
    inner = keras.Model(model.inputs, model.get_layer("memory").output)
    outflow, left, *_ = inner.predict({name: inputs[name][:100] for name in inputs}, verbose=0)
    rain = inputs["rain"][:100].sum(axis=(1, 2))
    return float(np.max(np.abs(outflow.sum(axis=(1, 2)) + left.sum(axis=1) - rain) / rain))
