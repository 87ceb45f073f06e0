import numpy as np


def asked(value, known, hidden):
    """Values that are shown (else 0), whether each is, and whether it is asked: measured, but hidden."""
    shown = known & ~hidden
    return np.where(shown, value, 0.0), shown.astype("float32"), (known & hidden).astype("float32")


def load_mine(seed, tests, factors, train, held_out):
    """Standardized blood tests, driven by a few conditions; some were never measured, some are hidden."""
    rng = np.random.default_rng(seed)
    loadings = rng.normal(0, 1, (factors, tests))
    loadings *= np.sqrt(0.85 / (loadings**2).sum(0))  # noise is 0.15 of a test's variance
    splits = {}
    for split, size in {"train": train, "validation": held_out, "test": held_out}.items():
        condition = rng.normal(size=(size, factors))
        value = condition @ loadings + rng.normal(0, np.sqrt(0.15), (size, tests))
        known, hidden = rng.uniform(size=value.shape) < 0.7, rng.uniform(size=value.shape) < 0.2
        read, shown, ask = (part.astype("float32") for part in asked(value, known, hidden))
        targets = np.stack([np.where(ask > 0, value, 0.0), ask], axis=-1).astype("float32")
        splits[split] = {"value": read, "shown": shown}, targets
    return splits
