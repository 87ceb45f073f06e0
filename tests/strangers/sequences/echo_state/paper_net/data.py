import numpy as np


def load_mine(train, held_out, seed):
    """NARMA of order 5, of inputs u in 0 … 0.5:

        y[t + 1] = 0.3 y[t] + 0.05 y[t] (y[t] + … + y[t - 4]) + 1.5 u[t - 4] u[t] + 0.1

    Inputs and targets are standardized by the training sequences.

    Args:
        train: sequences to learn from.
        held_out: of the validation, and as many of the test.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    n, start = train + 2 * held_out, 20
    u = rng.uniform(0, 0.5, (n, start + 60))
    y = np.full_like(u, 0.1)
    for t in range(4, start + 59):
        recent = y[:, t - 4 : t + 1].sum(axis=1)
        y[:, t + 1] = 0.3 * y[:, t] + 0.05 * y[:, t] * recent + 1.5 * u[:, t - 4] * u[:, t] + 0.1
    x, y = u[:, start - 1 : -1], y[:, start:]  # y[t + 1] beside u[t]
    x = (x - x[:train].mean()) / x[:train].std()
    y = (y - y[:train].mean()) / y[:train].std()
    x, y = x[..., None].astype("float32"), y[..., None].astype("float32")  # (n, 60, 1)
    ends = [0, train, train + held_out, n]
    names = ["train", "validation", "test"]
    return {name: (x[a:b], y[a:b]) for name, a, b in zip(names, ends, ends[1:], strict=False)}
