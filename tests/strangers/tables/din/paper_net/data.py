import numpy as np


def load_mine(samples, seed):
    """Impressions: what a user has looked at, the item shown, and whether it was clicked.

    Args:
        samples: impressions in all, each of another user; 2/3 are learnt from.
        seed: of what is drawn.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}.
    """
    rng = np.random.default_rng(seed)
    kind = np.append(-1, rng.permutation(np.repeat(np.arange(8), 10)))  # of each item; 0 is no item
    length = rng.integers(4, 13, samples)
    history = rng.integers(1, 81, (samples, 12)) * (np.arange(12) < length[:, None])
    candidate = rng.integers(1, 81, (samples, 1))
    alike = np.sum(kind[history] == kind[candidate], axis=1)  # items of the candidate's kind
    p = 1 / (1 + np.exp(2.0 - 1.8 * alike))
    clicked = (rng.random(samples) < p)[:, None].astype("int32")
    cut = np.split(np.arange(samples), [samples * 2 // 3, samples * 5 // 6])
    return {
        split: ({"history": history[i].astype("int32"), "candidate": candidate[i].astype("int32")}, clicked[i])
        for split, i in zip(["train", "validation", "test"], cut, strict=True)
    }
