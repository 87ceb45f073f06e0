import numpy as np


def load_mine(steps, sensors, seed):
    """Sensors that mix two slow swings with three fast noises; pairs of consecutive steps, the end held out."""
    rng = np.random.default_rng(seed)
    time = np.arange(sum(steps.values()))
    slow = np.stack([np.sin(2 * np.pi * time / 83), np.sin(2 * np.pi * time / 47 + 1)], axis=-1) * np.sqrt(2)
    sources = np.concatenate([slow, rng.normal(size=(len(time), 3))], axis=-1)  # (t, 5)
    hidden = np.tanh(0.6 * sources @ rng.normal(0, 1 / np.sqrt(5), (5, 20)))
    x = hidden @ rng.normal(0, 1, (20, sensors))
    splits, start = {}, 0
    end = steps["train"]
    x = ((x - x[:end].mean(axis=0)) / x[:end].std(axis=0)).astype("float32")
    for split, count in steps.items():
        splits[split] = (pairs(x[start : start + count]), None)
        start += count
    return splits


def pairs(x):
    """Each step of x (t, d) with the one that follows."""
    return np.stack([x[:-1], x[1:]], axis=1)  # (t - 1, 2, d)
