import numpy as np


def load_mine(machines, seed):
    """Weibull times whose scale and shape hang on the inputs; watched for a time that does not. 60, 20 and 20 %."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(machines, 6))
    log_scale = 0.8 - 0.5 * x[:, 0] - 0.4 * np.maximum(x[:, 1], 0) * x[:, 2] + 0.3 * np.tanh(x[:, 3])
    shape = np.exp(0.6 + 0.3 * x[:, 4])
    fails = np.exp(log_scale) * rng.weibull(shape)
    watched = rng.exponential(4.0, machines)
    time, event = np.minimum(fails, watched), fails <= watched
    y = np.stack([np.maximum(time, 0.01), event], axis=1).astype("float32")
    x = x.astype("float32")
    a, b = int(0.6 * machines), int(0.8 * machines)
    return {"train": (x[:a], y[:a]), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}
