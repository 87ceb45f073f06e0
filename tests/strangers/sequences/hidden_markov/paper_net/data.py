import numpy as np


def load_mine(samples, length, seed):
    """Currents through an ion channel that opens, half opens and closes; nobody says when."""
    rng = np.random.default_rng(seed)
    follows = np.array([[0.85, 0.12, 0.03], [0.1, 0.8, 0.1], [0.02, 0.18, 0.8]])
    current, spread = np.array([-0.6, 0.1, 0.5]), np.array([0.04, 0.06, 0.05])
    n = sum(samples.values())
    state = rng.integers(0, 3, n)
    x = np.zeros((n, length, 1), "float32")
    for t in range(length):
        x[:, t, 0] = rng.normal(current[state], spread[state])
        state = (rng.random((n, 1)) > np.cumsum(follows[state], axis=1)).sum(axis=1).clip(0, 2)
    splits, start = {}, 0
    for split, count in samples.items():
        splits[split] = (x[start : start + count], None)
        start += count
    return splits
