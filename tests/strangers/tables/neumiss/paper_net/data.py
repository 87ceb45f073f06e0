import numpy as np


def load_mine(samples, missing, seed):
    """A linear response to correlated values of which some are missing.

    Args:
        samples: in all; 2/3 are learnt from.
        missing: share of the values that are not seen.
        seed: of what is drawn.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}.
    """
    rng = np.random.default_rng(seed)
    factors = rng.normal(size=(10, 4))
    complete = rng.normal(size=(samples, 4)) @ factors.T + 0.3 * rng.normal(size=(samples, 10))
    complete = complete / np.sqrt((factors**2).sum(axis=1) + 0.09) + rng.normal(0, 0.5, 10)
    y = complete @ rng.normal(size=10) + 1.0
    y = (y - y[: samples * 2 // 3].mean()) / y[: samples * 2 // 3].std() + 0.1 * rng.normal(size=samples)
    seen = rng.random((samples, 10)) >= missing
    inputs = {"values": np.where(seen, complete, 0).astype("float32"), "seen": seen.astype("float32")}
    cut = np.split(np.arange(samples), [samples * 2 // 3, samples * 5 // 6])
    return {
        split: ({name: x[i] for name, x in inputs.items()}, y[i, None].astype("float32"))
        for split, i in zip(["train", "validation", "test"], cut, strict=True)
    }
