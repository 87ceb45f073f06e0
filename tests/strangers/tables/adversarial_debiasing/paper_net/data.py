import numpy as np


def load_mine(people, seed):
    """People who asked for a loan: eight columns, whether they paid back, and their group.

    Args:
        people: in all; 2/3 are learnt from.
        seed: of what is drawn.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}.
    """
    rng = np.random.default_rng(seed)
    group = rng.random(people) < 0.4
    means = rng.normal(size=(people, 3))  # what paying back depends on
    paid = rng.random(people) < 1 / (1 + np.exp(-(1.5 * means.sum(axis=1) + 1.2 - 2.0 * group)))
    proxies = 1.2 * group[:, None] + rng.normal(size=(people, 3))  # such as a district
    noise = rng.normal(size=(people, 2))
    x = np.concatenate([means + 0.7 * rng.normal(size=means.shape), proxies, noise], axis=1)
    n = people * 2 // 3
    x = ((x - x[:n].mean(axis=0)) / x[:n].std(axis=0)).astype("float32")
    y = np.stack([paid, group], axis=1).astype("float32")
    cut = np.split(np.arange(people), [n, people * 5 // 6])
    return {split: (x[i], y[i]) for split, i in zip(["train", "validation", "test"], cut, strict=True)}
