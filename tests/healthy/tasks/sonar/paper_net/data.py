"""Echoes of a sonar as in-phase and quadrature samples: the target rests, approaches, recedes or turns."""

import numpy as np

MOTIONS = ["rests", "approaches", "recedes", "turns"]
SAMPLES = 40


def echo(motion, rng):
    """One echo Float["40 2"]: the phase is the integral of the Doppler frequency."""
    t = np.linspace(0, 1, SAMPLES)
    rate = rng.uniform(0.25, 0.45)
    frequency = {
        "rests": np.zeros_like(t),
        "approaches": rate * np.ones_like(t),
        "recedes": -rate * np.ones_like(t),
        "turns": np.where(t < rng.uniform(0.4, 0.6), rate, -rate),
    }[motion]
    phase = rng.uniform(0, 2 * np.pi) + np.cumsum(frequency)
    level = rng.uniform(0.7, 1.3) * (1 - 0.3 * t)
    return np.stack([level * np.cos(phase), level * np.sin(phase)], axis=1) + rng.normal(0, 0.2, (SAMPLES, 2))


def load_sonar(rows=1500, validation=250, test=250, seed=4):
    """The splits; inputs Float["b 40 2"], targets Int["b"], 0 ... 3."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(len(MOTIONS), size=rows).astype("int32")
    echoes = np.stack([echo(MOTIONS[label], rng) for label in labels]).astype("float32")
    a, b = rows - validation - test, rows - test
    return {
        "train": (echoes[:a], labels[:a]),
        "validation": (echoes[a:b], labels[a:b]),
        "test": (echoes[b:], labels[b:]),
    }
