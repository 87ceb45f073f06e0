"""YOURS. What is learnt from: the activity of genes and their functions."""

import numpy as np


def read_genes(number=2000, seed=19):
    """Float["b 16"], activities, log-normal; Bool["b 6"], the functions that a gene has."""
    generator = np.random.default_rng(seed)
    level = generator.normal(size=(number, 16))
    paths = np.tanh(level @ generator.normal(0, 0.5, (16, 8)))
    functions = paths @ generator.normal(0, 0.6, (8, 6)) + 0.15 * generator.normal(size=(number, 6)) > 0.2
    return np.exp(level), functions


def load_genes(validation=400):
    """The splits; logarithms of the activities, which are then about standard normal."""
    activities, functions = read_genes()
    inputs = np.log(activities).astype("float32")
    targets = functions.astype("float32")
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
    }
