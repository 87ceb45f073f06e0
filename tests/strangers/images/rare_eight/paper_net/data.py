import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load_mine(samples, copies, noise, seed):
    """Is it an eight? Digits of 4 x 4 pixels, of which one in ten is.

    The eights among what is learnt from are repeated, so that they weigh as much as the others.

    Args:
        samples: digits in all; three in five of them are learnt from.
        copies: how often an eight is there in training.
        noise: standard deviation of the pixels' noise, in 0 … 1.
        seed: of the choice, the noise and the split.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    rng = np.random.default_rng(seed)
    digits = load_digits()
    chosen = rng.permutation(len(digits.target))[:samples]
    x = digits.images[chosen].reshape(-1, 4, 2, 4, 2).mean(axis=(2, 4))[..., None] / 16  # (n, 4, 4, 1)
    x = (x + noise * rng.standard_normal(x.shape)).astype("float32")
    y = (digits.target[chosen] == 8).astype("int32")[:, None]

    x, x_held_out, y, y_held_out = train_test_split(x, y, test_size=0.4, stratify=y, random_state=seed)
    x, y = repeated(x, y, copies)
    x_validation, x_test, y_validation, y_test = train_test_split(
        x_held_out, y_held_out, test_size=0.5, stratify=y_held_out, random_state=seed
    )
    return {"train": (x, y), "validation": (x_validation, y_validation), "test": (x_test, y_test)}


def repeated(x, y, copies):
    """Each of the few, `copies` times."""
    times = np.where(y[:, 0] == 1, copies, 1)
    return np.repeat(x, times, axis=0), np.repeat(y, times, axis=0)
