"""YOURS. What is learnt from: padded sets of charged particles."""

import numpy as np


def _events(rng, number, most):
    size = rng.integers(3, most + 1, number)
    mask = np.arange(most) < size[:, None]
    momentum = rng.normal(0, 1, (number, most, 3)) * mask[..., None]
    mass = rng.uniform(0.1, 1.0, (number, most)) * mask
    energy = np.sqrt(np.sum(momentum**2, -1) + mass**2) * mask
    total = np.sum(energy, 1)
    missing = np.linalg.norm(np.sum(momentum, 1), axis=-1)
    inputs = {
        "particles": np.concatenate([momentum, mass[..., None]], -1).astype("float32"),
        "mask": mask.astype("float32"),
    }
    return inputs, np.stack([(total - 13.8) / 6.6, (missing - 4.4) / 2.0], -1).astype("float32")


def load_events(train, validation, most, seed):
    """Sets of 3 to `most` particles (three momenta and a mass), padded with zeros, and which of them are there."""
    rng = np.random.default_rng(seed)
    return {"train": _events(rng, train, most), "validation": _events(rng, validation, most)}
