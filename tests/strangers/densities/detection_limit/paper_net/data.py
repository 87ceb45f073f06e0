import numpy as np


def load_mine(wells, seed):
    """Concentrations that are known, or known to be below a limit; the test's are all known, from a finer laboratory.

    Args:
        wells: how many.
        seed: of all that is drawn.
    """
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(wells, 8))
    x[:, 1] += 0.5 * x[:, 0]
    log = 0.8 * x[:, 0] - 0.6 * np.maximum(x[:, 1], 0) + 0.7 * x[:, 2] * (x[:, 3] > 0) + 0.5 * np.sin(2 * x[:, 4])
    log = log + rng.normal(0, 0.5, wells)
    limit = rng.choice([-0.8, -0.1, 0.5], size=wells, p=[0.3, 0.4, 0.3])  # each laboratory has its own
    detected = log > limit
    measured = np.stack([np.where(detected, log, limit), detected], axis=-1).astype("float32")
    fine = np.stack([log, np.ones(wells)], axis=-1).astype("float32")
    train, held = int(0.7 * wells), int(0.85 * wells)
    x = ((x - x[:train].mean(axis=0)) / x[:train].std(axis=0)).astype("float32")
    return {
        "train": (x[:train], measured[:train]),
        "validation": (x[train:held], measured[train:held]),
        "test": (x[held:], fine[held:]),
    }
