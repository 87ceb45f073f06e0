import numpy as np


def binarized(images):
    """Grey 0 … 16 to ink, from 8 on, or none."""
    return (np.asarray(images) >= 8).astype("float32")


def load_small_digits(validation, test, seed):
    """The 1,797 digits of 8 by 8 pixels that come with scikit-learn, in black and white."""
    from sklearn.datasets import load_digits

    images = binarized(load_digits().data)  # (1797, 64)
    images = images[np.random.default_rng(seed).permutation(len(images))]
    held_out = validation + test
    return {
        "train": (images[held_out:], None),
        "validation": (images[:validation], None),
        "test": (images[validation:held_out], None),
    }
