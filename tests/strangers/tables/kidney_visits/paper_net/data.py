import numpy as np


def load_mine(patients, length, seed):
    """Windows of visits, split by patient; standardized by the training patients."""
    rng = np.random.default_rng(seed)
    visits, static, targets, owner = [], [], [], []
    for patient in range(patients):
        count = rng.integers(length + 3, length + 8)
        age, diabetes, inhibitor = rng.uniform(40, 80), rng.random() < 0.4, rng.random() < 0.5
        gap = rng.exponential(0.5, count) + 0.1
        pressure = rng.normal(135, 10) + rng.normal(0, 8, count)
        loss = rng.gamma(2, 0.8) + 3 * diabetes - 1.5 * diabetes * inhibitor + 0.06 * (pressure - 135)  # a year
        rate = rng.normal(75 - 0.3 * (age - 60), 15) - np.cumsum(loss * gap) + rng.normal(0, 4, count)
        made = windows(np.stack([rate, pressure, gap]), length)[:-1]
        visits.append(made)
        static.append([[age, diabetes, inhibitor, gap[length + i]] for i in range(len(made))])
        targets.append(rate[length:, None])
        owner += [patient] * len(made)
    visits, static, targets = (np.concatenate(of).astype("float32") for of in (visits, static, targets))
    owner = np.array(owner)
    shares = np.digitize(owner, [0.6 * patients, 0.8 * patients])  # 0, 1, 2
    train = shares == 0
    visits = (visits - visits[train].mean(axis=(0, 1))) / visits[train].std(axis=(0, 1))
    static = (static - static[train].mean(axis=0)) / static[train].std(axis=0)
    targets = (targets - targets[train].mean()) / targets[train].std()

    splits = {"groups": {}}
    for number, name in enumerate(["train", "validation", "test"]):
        at = shares == number
        splits[name] = {"visits": visits[at], "patient": static[at]}, targets[at]
        splits["groups"][name] = owner[at]
    return splits


def windows(record, length):
    """All windows of `length` visits, of a record (quantities, visits): (windows, length, quantities)."""
    sliding = np.lib.stride_tricks.sliding_window_view(np.asarray(record), length, axis=1)  # (q, windows, length)
    return sliding.transpose(1, 2, 0)
