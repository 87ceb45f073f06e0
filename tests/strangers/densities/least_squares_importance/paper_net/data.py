import numpy as np

SHIFT = np.array([0.6, -0.4, 0.0, 0.0])


def log_ratio(x):
    """ln p_new(x) / p_old(x): two standard normals, the new one's mean at SHIFT."""
    return x @ SHIFT - 0.5 * SHIFT @ SHIFT


def load_populations(train, validation, test, seed):
    """Members of an old and of a new population, of each half; the true ratio stands beside, for the metric."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, number in (("train", train), ("validation", validation), ("test", test)):
        new = rng.permutation(np.arange(number) % 2)
        x = rng.normal(size=(number, 4)) + new[:, None] * SHIFT
        targets = np.stack([new, np.exp(log_ratio(x))], axis=-1)
        splits[split] = (x.astype("float32"), targets.astype("float32"))
    return splits
