"""YOURS. What is learnt from."""

import numpy as np


def load_noisy_digits(noise, validation=250, test=250, seed=1):
    """Scikit-learn's digits as 64 values under strong noise; the last ones are held out, as writers follow each other.

    Returns:
        The splits; inputs Float["b 64"], standardized by the training's mean and spread over all pixels; targets Int["b"].
    """
    from sklearn import datasets

    images, labels = datasets.load_digits(return_X_y=True)
    images = images + noise * np.random.default_rng(seed).normal(size=images.shape)
    cuts = [len(images) - validation - test, len(images) - test]
    mean, spread = images[: cuts[0]].mean(), images[: cuts[0]].std()
    images = ((images - mean) / spread).astype("float32")
    parts = zip(np.split(images, cuts), np.split(labels.astype("int32"), cuts), strict=True)
    return dict(zip(("train", "validation", "test"), parts, strict=True))
