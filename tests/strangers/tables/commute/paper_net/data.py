import numpy as np


def load_mine(train, held_out, seed):
    """People who choose the way of the largest utility; time is worth more to those who earn more.

    Args:
        train: people to learn from.
        held_out: people of the validation, and as many of the test.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    random = np.random.default_rng(seed)
    n = train + 2 * held_out
    income, age, distance = random.lognormal(0, 0.5, size=n), random.uniform(18, 65, size=n), random.gamma(2, 4, size=n)
    speed = random.lognormal(np.log([35, 18, 45, 15, 5]), 0.25, size=(n, 5))
    minutes = 60 * distance[:, None] / speed + random.gamma(2, 3, size=(n, 5)) * [1, 1, 1.5, 0, 0]
    cost = distance[:, None] * [0.35, 0.08, 0.16, 0.02, 0] + [1.5, 1.2, 1.5, 0, 0]
    changes = random.poisson([0, 0.8, 0.5, 0, 0], size=(n, 5))
    walk = random.gamma(2, 3, size=(n, 5)) * [0.3, 1, 2, 0.2, 0]
    available = random.uniform(size=(n, 5)) < [0.8, 0.9, 0.6, 0.7, 1.0]
    available[:, 4] |= ~available.any(axis=1)
    utility = -0.08 * minutes * np.sqrt(income)[:, None] - 0.6 * cost / income[:, None] - 0.7 * changes - 0.12 * walk
    utility += np.array([0, -0.3, 0.2, 0, 0]) - 0.04 * np.maximum(age - 40, 0)[:, None] * [0, 0, 0, 1, 1]
    utility += random.gumbel(size=(n, 5))
    choice = np.where(available, utility, -np.inf).argmax(axis=1).astype("int32")
    ways = np.stack([minutes, cost, changes, walk], axis=1)  # (n, 4, 5)
    ways = (ways - ways[:train].mean(axis=(0, 2), keepdims=True)) / ways[:train].std(axis=(0, 2), keepdims=True)
    person = np.stack([income, age, distance], axis=1)
    person = (person - person[:train].mean(axis=0)) / person[:train].std(axis=0)

    def rows(low, high):
        columns = {"ways": ways, "person": person, "available": available}
        return {name: values[low:high].astype("float32") for name, values in columns.items()}, choice[low:high]

    return {"train": rows(0, train), "validation": rows(train, train + held_out), "test": rows(train + held_out, n)}
