import numpy as np


def censored(time, horizon):
    """How long was waited, at most to the horizon, and 1 where it was seen, 0 where it is still to come."""
    time = np.asarray(time, "float32")
    return np.stack([np.minimum(time, horizon), time <= horizon], axis=-1).astype("float32")


def load_mine(seed, engines, cycles, horizon, shape):
    """Readings of engines that wear, and the days until they fail: Weibull, the sooner the faster they wear."""
    draw = np.random.default_rng(seed)
    splits = {}
    for split, size in engines.items():
        wear = draw.uniform(-1.0, 1.0, size=size)
        time = np.arange(cycles) / cycles
        heat = wear[:, None] * time + 0.3 * draw.normal(size=(size, cycles))
        shake = np.exp(0.5 * wear[:, None] * time) * draw.normal(size=(size, cycles))
        scale = 20 * np.exp(-1.2 * wear)
        days = scale * draw.weibull(shape, size=size)
        splits[split] = (np.stack([heat, shake], axis=-1).astype("float32"), censored(days, horizon))
    return splits
