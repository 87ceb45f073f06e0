import numpy as np


def load_mine(seed, train, validation, test):
    """Who chose which of four ways to travel; ways that are not there (no car, no line) have a cost and a time all the same."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, n in {"train": train, "validation": validation, "test": test}.items():
        person = rng.normal(size=(n, 5))  # age, income, …, standardized
        ways = rng.gamma(4, [[0.3, 0.4]], size=(n, 4, 2))  # cost in 10 francs, time in hours
        there = rng.random((n, 4)) < [0.5, 0.6, 0.9, 0.8]  # car, line, bus, taxi
        there[:, 2] |= ~there.any(axis=1)
        ways[~there] = 0.0  # as the file has them
        taste = np.stack(
            [
                0.8 + person[:, 0] * person[:, 1],
                0.5 + np.abs(person[:, 2]),
                np.where(person[:, 3] > 0, 1.0, -1.0),
                0.0 * person[:, 0],
            ],
            axis=-1,
        )  # (n, 4)
        utility = -1.2 * ways[..., 0] - 1.8 * ways[..., 1] + taste + rng.gumbel(size=(n, 4))
        choice = np.argmax(np.where(there, utility, -np.inf), axis=-1)
        inputs = {"cost": ways[..., 0], "time": ways[..., 1], "person": person, "there": there}
        splits[split] = ({name: of.astype("float32") for name, of in inputs.items()}, choice.astype("int32"))
    return splits
