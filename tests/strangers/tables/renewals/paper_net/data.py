import numpy as np


def load_mine(horizon, seed):
    """Subscribers that are followed until today; the tested ones are older, and followed to the horizon at least.

    A subscriber whose state at the horizon is not known has the weight 0; the others 1 / G, where G is the share that is
    still followed then, by Kaplan and Meier's estimate from the training samples.
    """
    rng = np.random.default_rng(seed)
    rows, train, tested = 7000, 4000, 5500
    x = rng.normal(size=(rows, 7))
    risk = np.exp(0.9 * x[:, 0] - 0.7 * x[:, 1] + 0.6 * np.maximum(x[:, 2], 0) - 0.5 * x[:, 3] * (x[:, 4] > 0) - 3.3)
    cancels = rng.exponential(1 / risk)
    followed = rng.uniform(0, 20, rows)
    followed[tested:] = horizon + 1
    time, event = np.minimum(cancels, followed), cancels <= followed

    def still_followed(at):
        """Kaplan-Meier of the censoring, just before `at`."""
        order = np.argsort(time[:train])
        left = train - np.arange(train)
        curve = np.cumprod(1 - (~event[:train][order]) / left)
        return np.concatenate([[1], curve])[np.searchsorted(time[:train][order], at)]

    label = event & (time <= horizon)
    known = label | (time >= horizon)
    weight = known / np.maximum(still_followed(np.minimum(time, horizon)), 0.05)
    weight[tested:] = 1  # of those nobody is censored
    y = np.stack([label, weight], axis=1).astype("float32")
    x = x.astype("float32")
    cuts = {"train": slice(0, train), "validation": slice(train, tested), "test": slice(tested, rows)}
    return {split: (x[at], y[at]) for split, at in cuts.items()}
