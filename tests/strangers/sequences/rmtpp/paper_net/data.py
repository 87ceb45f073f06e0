"""Events in time."""

import numpy as np

PACE = np.array([0.4, 1.0, 2.5])  # of the wait after an event of each kind
NEXT = np.array([[0.1, 0.6, 0.3], [0.3, 0.1, 0.6], [0.6, 0.3, 0.1]])


def load_mine(events, train, held_out, seed):
    """Wait = PACE[last mark] * (0.4 + 0.6 min(last wait, 2)) * Weibull(2).

    Returns:
        The splits; waits and marks (n, events), and the waits one later.
    """
    rng = np.random.default_rng(seed)

    def split(n):
        waits, marks = np.ones((n, events + 1)), np.zeros((n, events + 1), "int32")
        marks[:, 0] = rng.integers(0, 3, n)
        for t in range(1, events + 1):
            scale = PACE[marks[:, t - 1]] * (0.4 + 0.6 * np.minimum(waits[:, t - 1], 2))
            waits[:, t] = scale * rng.weibull(2, n)
            marks[:, t] = (rng.random((n, 1)) > np.cumsum(NEXT[marks[:, t - 1]], axis=1)).sum(axis=1).clip(0, 2)
        waits = waits.astype("float32")
        return {"waits": waits[:, :-1], "marks": marks[:, :-1]}, waits[:, 1:]

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
