import numpy as np


def load_mine(seed, containers, looks, held_out):
    """Looks into containers, several into each: how full it was, after so many days, in a street of so many people."""
    rng = np.random.default_rng(seed)
    people = np.exp(rng.normal(5, 0.5, containers))
    busy = rng.integers(0, 2, containers)  # a street of restaurants, where nobody knows what comes
    container = np.repeat(np.arange(containers), looks)
    days = rng.uniform(1, 21, len(container))
    mean = filled(days, people[container])
    precision = np.where(busy[container] == 1, 8.0, 60.0)
    share = np.clip(rng.beta(mean * precision, (1 - mean) * precision), 1e-4, 1 - 1e-4)
    x = np.column_stack([days / 10 - 1, np.log(people[container]) - 5, busy[container]]).astype("float32")  # (n, 3)
    share = share.astype("float32")
    late = container >= containers - held_out
    return {
        "train": (x[~late], share[~late]),
        "validation": (x[late], share[late]),
        "groups": {"train": container[~late], "validation": container[late]},
    }


def filled(days, people, capacity=1500.0):
    """The mean share: each person brings one bottle a day, and the fuller it is the fewer find room."""
    return 1 - np.exp(-np.asarray(days) * np.asarray(people) / capacity)
