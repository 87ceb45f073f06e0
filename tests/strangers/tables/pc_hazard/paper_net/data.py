import numpy as np


def load_mine(train, held_out, intervals, seed):
    """Weibull times whose scale and shape depend on the covariates, right-censored.

    Args:
        train: patients to learn from.
        held_out: patients of the validation, and as many of the test.
        intervals: into which the study, 0 … 1, is cut.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    random = np.random.default_rng(seed)
    patients = train + 2 * held_out
    x = random.normal(size=(patients, 6))
    risk = x[:, 0] + 0.8 * np.abs(x[:, 1]) * np.sign(x[:, 2]) - 0.5 * x[:, 3] ** 2
    shape = np.where(x[:, 4] > 0, 2.0, 0.8)
    time = 0.9 * np.exp(-0.8 * risk / shape) * random.weibull(shape)
    censored = np.minimum(random.exponential(1.5, size=patients), 0.9999)  # left the study, or its end
    event = time <= censored
    place = np.minimum(time, censored) * intervals
    y = np.stack([np.floor(place), place - np.floor(place), event], axis=1)
    x, y = x.astype("float32"), y.astype("float32")
    first, second = train, train + held_out
    return {
        "train": (x[:first], y[:first]),
        "validation": (x[first:second], y[first:second]),
        "test": (x[second:], y[second:]),
    }
