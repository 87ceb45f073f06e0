"""YOURS. What is learnt from: scikit-learn's digits, in grey levels of a picture file."""

import numpy as np


def load_grey(validation=250, test=250):
    """Digits in grey levels 0 … 255, as they come from a file; the network scales them. The last ones are held out.

    Returns:
        The splits; inputs Float["b 8 8 1"] in 0 … 255; targets Int["b"] in 0 … 9.
    """
    from sklearn import datasets

    images, labels = datasets.load_digits(return_X_y=True)
    images, labels = np.round(images.reshape(-1, 8, 8, 1) * 255 / 16).astype("float32"), labels.astype("int32")
    ends = np.cumsum([len(images) - validation - test, validation])
    train, held_out, last = zip(np.split(images, ends), np.split(labels, ends), strict=True)
    return {"train": train, "validation": held_out, "test": last}
