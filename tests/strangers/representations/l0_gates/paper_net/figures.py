"""YOURS. What the paper reads off a network."""

import numpy as np

from .recipe import load_run


def open_gates(folder):
    """How many columns a trained network still reads."""
    model, _, _ = load_run(folder)
    return int(np.sum(np.array(model.get_layer("gates").closed_form()) > 0))
