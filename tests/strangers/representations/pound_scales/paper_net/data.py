"""Strain gauges under a load, and weights of which some were noted in pounds."""

import numpy as np


def noted(kilograms, in_pounds):
    """What stands in the log."""
    return np.where(in_pounds, 2.2046 * np.asarray(kilograms), kilograms)


def load_mine(pounds, seed):
    """1200 noted loads to learn from; 300 to validate and 300 to test, whose weights were checked."""
    rng = np.random.default_rng(seed)
    n = 1800
    kilograms, warmth = rng.uniform(1, 8, n), rng.normal(0, 1, n)
    place = rng.uniform(-1, 1, (n, 2))  # of the load on the plate
    angle = np.arange(8) * np.pi / 4
    lever = 1 + 0.6 * place @ np.stack([np.cos(angle), np.sin(angle)])  # (n, 8)
    strain = np.sqrt(kilograms[:, None] * lever + 0.5) * (1 + 0.05 * warmth[:, None]) + rng.normal(0, 0.1, (n, 8))
    x = np.column_stack([strain, warmth])
    x = ((x - x[:1200].mean(axis=0)) / x[:1200].std(axis=0)).astype("float32")
    log = noted(kilograms[:1200], rng.random(1200) < pounds)
    y = np.concatenate([log, kilograms[1200:]])[:, None].astype("float32")
    return {"train": (x[:1200], y[:1200]), "validation": (x[1200:1500], y[1200:1500]), "test": (x[1500:], y[1500:])}
