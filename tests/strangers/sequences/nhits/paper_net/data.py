import numpy as np


def load_mine(length, history, horizon, stride, seed):
    """One long hourly load: a day, a week, and a level that wanders; windows of it, split by time.

    Returns:
        The splits, each (history (n, history), what follows (n, horizon)); scaled by the first 60 %.
    """
    draw = np.random.default_rng(seed)
    hour = np.arange(length)
    day = np.sin(2 * np.pi * hour / 24) + 0.5 * np.sin(4 * np.pi * hour / 24 + 1)
    week = np.where(hour // 24 % 7 >= 5, 0.5, 1.0)
    level, noise = np.zeros(length), draw.normal(size=(2, length))
    for t in range(1, length):
        level[t] = 0.98 * level[t - 1] + 0.12 * noise[0, t]
    load = 20 + 3 * day * week + 2 * level + 0.8 * noise[1]
    known = int(0.6 * length)
    load = (load - load[:known].mean()) / load[:known].std()

    def windows(first, last):
        start = np.arange(first, last - history - horizon + 1, stride)[:, None]
        x, y = load[start + np.arange(history)], load[start + history + np.arange(horizon)]
        return x.astype("float32"), y.astype("float32")

    return {
        "train": windows(0, known),
        "validation": windows(known, int(0.8 * length)),  # no window reaches over a border
        "test": windows(int(0.8 * length), length),
    }
