import numpy as np


def windows(forcing, flow, length):
    """Each day's flow beside the weather of the `length` days that end with it."""
    forcing, flow = np.asarray(forcing), np.asarray(flow)
    days = np.arange(length - 1, len(flow))
    return np.stack([forcing[day - length + 1 : day + 1] for day in days]), flow[days]


def basin(rng, days):
    """Weather, attributes and flow of one basin: a soil that drains faster the fuller it is, and loses water in summer."""
    attributes = rng.uniform(size=3)
    rain = rng.gamma(0.7, 8.0, days) * (rng.random(days) < 0.35)
    heat = 10 - 10 * np.cos(2 * np.pi * np.arange(days) / 365) + 2 * rng.normal(size=days)
    capacity, speed, direct = 30 + 70 * attributes[0], 0.05 + 0.25 * attributes[1], 0.4 * attributes[2]
    store, flow = capacity / 2, np.zeros(days)
    for day in range(days):
        store += (1 - direct) * rain[day]
        over = max(store - capacity, 0.0)
        drained = speed * (store - over)
        store = max(store - over - drained - 0.1 * max(heat[day], 0), 0.0)
        flow[day] = direct * rain[day] + over + drained
    return np.column_stack([rain, heat]), attributes, flow


def load_mine(seed, basins, days, length):
    """Basins, each cut in time: two years to learn from, half a year to validate, half a year to test."""
    rng = np.random.default_rng(seed)
    edges = {"train": (0, 730), "validation": (730, 912), "test": (912, days)}
    found = {split: [] for split in edges}
    for _ in range(basins):
        weather, attributes, flow = basin(rng, days)
        deviation = flow[:730].std()
        weather = (weather - weather[:730].mean(axis=0)) / weather[:730].std(axis=0)
        for split, (begin, end) in edges.items():
            seen, answer = windows(weather[begin:end], flow[begin:end] / 10, length)
            statics = np.tile(attributes, (len(seen), 1))
            found[split].append((seen, statics, np.column_stack([answer, np.full(len(seen), deviation / 10)])))
    splits = {}
    for split, parts in found.items():
        weather, statics, flow = (np.concatenate(part).astype("float32") for part in zip(*parts, strict=True))
        splits[split] = ({"weather": weather, "basin": statics}, flow)
    return splits
