import numpy as np


def load_mine(seed):
    """2,400 patients, 1,500 to train on, 400 to validate, 500 to test; about 40 % are censored."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(2400, 9))
    x[:, 5:] = x[:, 5:] > 0.4  # findings that are there or not
    aggressive = rng.random(2400) < 1 / (1 + np.exp(1.5 - 2.5 * x[:, 0] - 2 * x[:, 5]))
    scale = np.where(aggressive, 1.0 * np.exp(0.5 * x[:, 1]), 7 * np.exp(-0.7 * x[:, 2] - 0.5 * x[:, 6]))
    death = scale * rng.weibull(np.where(aggressive, 2.5, 1.3))
    lost = np.minimum(rng.exponential(9, 2400), 6)  # the study ends after six years
    follow_up = np.stack([np.minimum(death, lost).clip(0.01), death <= lost], -1).astype("float32")
    mean, std = x[:1500].mean(0), x[:1500].std(0)
    x = ((x - mean) / std).astype("float32")
    cuts = {"train": slice(1500), "validation": slice(1500, 1900), "test": slice(1900, None)}
    return {split: (x[cut], follow_up[cut]) for split, cut in cuts.items()}
