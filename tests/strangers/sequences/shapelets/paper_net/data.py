import numpy as np


def placed(series, shape, start):
    """The series with a shape laid upon it from `start` on."""
    series = np.array(series, "float32")
    series[start : start + len(shape)] += shape
    return series


def standardized(series):
    """Of mean 0 and deviation 1."""
    series = np.asarray(series, "float32")
    return (series - series.mean()) / series.std()


def load_mine(seed, series, length, noise):
    """Series that drift; a short shape somewhere in each tells its class: a bump, a dip, or one after the other."""
    draw = np.random.default_rng(seed)
    bump = 2.5 * np.hanning(12)
    shapes = [bump, -bump, np.concatenate([bump[::2], -bump[::2]])]
    splits = {}
    for split, size in series.items():
        labels = np.arange(size) % len(shapes)
        draw.shuffle(labels)
        drawn = []
        for label in labels:
            drift = 0.1 * np.cumsum(draw.normal(size=length)) + noise * draw.normal(size=length)
            drawn.append(standardized(placed(drift, shapes[label], draw.integers(length - 12))))
        splits[split] = (np.stack(drawn).astype("float32"), labels.astype("int32"))
    return splits
