import numpy as np


def load_mine(pairs, unknown, seed):
    """Pairs of drugs and their side effects.

    Args:
        pairs: in all; 2/3 are learnt from.
        unknown: share of the entries that are -1.
        seed: of what is drawn.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}.
    """
    rng = np.random.default_rng(seed)
    drugs = (rng.random((pairs, 2, 32)) < 0.25).astype("float32")
    hidden = np.tanh((drugs - 0.25) @ rng.normal(size=(32, 6)))  # how strongly each drug acts on six targets
    strength = 3.0 * hidden[:, 0] * hidden[:, 1] + 1.5 * hidden.sum(axis=1)
    logits = 1.2 * strength @ rng.normal(size=(6, 6))
    effects = (rng.random((pairs, 6)) < 1 / (1 + np.exp(-logits))).astype("float32")
    effects[rng.random((pairs, 6)) < unknown] = -1
    cut = np.split(np.arange(pairs), [pairs * 2 // 3, pairs * 5 // 6])
    return {split: (drugs[i], effects[i]) for split, i in zip(["train", "validation", "test"], cut, strict=True)}
