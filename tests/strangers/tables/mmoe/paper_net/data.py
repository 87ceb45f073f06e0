import numpy as np


def load_mine(correlation, train, held_out, seed, dimensions=12, waves=2):
    """Two tasks, each a linear and a wavy function of a direction; the cosine between the directions is given.

    Returns:
        The splits, each (x (n, dimensions), {first (n, 1), second (n, 1)}), the targets in units of their deviation.

    Source: Ma et al. 2018, Section 3.2.
    """
    draw = np.random.default_rng(seed)
    u = np.linalg.qr(draw.normal(size=(dimensions, 2)))[0]  # orthonormal columns
    directions = {"first": u[:, 0], "second": correlation * u[:, 0] + np.sqrt(1 - correlation**2) * u[:, 1]}
    alpha, beta = draw.uniform(1, 3, waves), draw.uniform(0, 2 * np.pi, waves)
    x = draw.normal(size=(train + 2 * held_out, dimensions)).astype("float32")
    y = {}
    for task, direction in directions.items():
        along = x @ direction
        y[task] = along + np.sin(alpha * along[:, None] + beta).sum(axis=1) + draw.normal(0, 0.1, len(x))
        y[task] = (y[task] / y[task][:train].std())[:, None].astype("float32")
    cuts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, None)}
    return {split: (x[rows], {task: y[task][rows] for task in y}) for split, rows in cuts.items()}
