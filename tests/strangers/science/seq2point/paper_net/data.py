import numpy as np


class Windows:
    """Windows of one house's mains, cut when they are asked for."""

    def __init__(self, mains, starts, window):
        self.mains, self.starts, self.window = mains, starts, window
        self.shape, self.dtype = (len(starts), window), mains.dtype

    def __len__(self):
        return len(self.starts)

    def __getitem__(self, index):
        return self.mains[self.starts[index][..., None] + np.arange(self.window)]


def load_mine(houses, days, window, every, seed):
    """Windows of the mains and the washing machine's power in their middle; houses are trained on or held out, whole."""
    rng = np.random.default_rng(seed)
    minutes = days * 1440
    homes = [house(rng, minutes) for _ in range(houses)]
    parts = {"train": range(houses - 2), "validation": [houses - 2], "test": [houses - 1]}
    known = np.concatenate([homes[home][0] for home in parts["train"]])
    mean, deviation = known.mean(), known.std()
    starts = np.arange(0, minutes - window + 1, every)
    splits, groups = {}, {}
    for split, of in parts.items():
        mains = np.concatenate([(homes[home][0] - mean) / deviation for home in of]).astype("float32")
        machine = np.concatenate([homes[home][1] for home in of])
        begin = np.concatenate([starts + k * minutes for k in range(len(of))])
        splits[split] = (Windows(mains, begin, window), machine[begin + window // 2, None].astype("float32"))
        groups[split] = np.repeat(list(of), len(starts))
    return {**splits, "groups": groups}


def house(rng, minutes):
    """Mains and washing machine of one house, kW."""
    time = np.arange(minutes)
    base = rng.uniform(0.1, 0.3) + 0.15 * (np.sin(2 * np.pi * (time / 1440 - 0.3)) > 0) * rng.uniform(0.5, 1.5)
    period = rng.integers(35, 60)
    fridge = rng.uniform(0.08, 0.14) * (time % period < period // 3)
    others = np.zeros(minutes)
    for _ in range(minutes // 90):  # kettle, toaster, oven
        begin, long = rng.integers(0, minutes), rng.choice([3, 4, 25])
        others[begin : begin + long] += rng.uniform(1.0, 2.6)
    machine, heat, drum = np.zeros(minutes), rng.uniform(1.8, 2.1), rng.uniform(0.15, 0.3)
    begin = int(rng.integers(20, 200))
    while begin + 80 < minutes:
        warm, long = rng.integers(12, 20), rng.integers(60, 80)
        machine[begin : begin + long] = drum * (1 + 0.5 * (np.arange(long) % 4 < 2))
        machine[begin + 4 : begin + 4 + warm] += heat
        machine[begin + long - 8 : begin + long] += 0.35  # spins
        begin += int(rng.integers(150, 450))
    return base + fridge + others + machine + rng.normal(0, 0.03, minutes), machine
