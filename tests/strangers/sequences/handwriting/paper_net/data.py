import numpy as np


def load_mine(samples, length, seed):
    """Pen strokes: at each point the pen turns left or right, and every sixth point it is likely to be lifted."""
    rng = np.random.default_rng(seed)
    n = sum(samples.values())
    turn = rng.choice([-0.8, 0.8], (n, length + 1)) + rng.normal(0, 0.1, (n, length + 1))
    heading = np.cumsum(turn, axis=1) + rng.uniform(0, 2 * np.pi, (n, 1))
    size = 1 + 0.1 * rng.normal(size=(n, length + 1))
    point = np.arange(length + 1) + rng.integers(0, 6, (n, 1))
    lifted = rng.random((n, length + 1)) < np.where(point % 6 == 0, 0.9, 0.02)
    pen = np.stack([size * np.cos(heading), size * np.sin(heading), lifted], axis=-1).astype("float32")  # (n, t + 1, 3)
    splits, start = {}, 0
    for split, count in samples.items():
        splits[split] = next_point(pen[start : start + count])
        start += count
    return splits


def next_point(pen):
    """Points (n, t + 1, 3), and to each of them but the last the one that follows."""
    return pen[:, :-1], pen[:, 1:]
