import warnings

import numpy as np
from sklearn.datasets import load_digits
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier


def load_mine(fitted_on, seed):
    """Log-probabilities that an overfitted classifier gives digits which it hasn't seen, and what these are."""
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    images = images / 16 + 0.35 * rng.normal(size=images.shape)
    order = rng.permutation(len(images))
    fit, calibrate, validate, test = np.split(order, [fitted_on, fitted_on + 700, fitted_on + 1000])
    with warnings.catch_warnings(action="ignore", category=ConvergenceWarning):
        classifier = MLPClassifier(64, alpha=0.0, learning_rate_init=0.01, max_iter=200, random_state=seed)
        classifier.fit(images[fit], digits[fit])

    def scored(rows):
        p = np.clip(classifier.predict_proba(images[rows]), 1e-12, 1)
        return np.log(p).astype("float32"), digits[rows].astype("int32")

    return {"train": scored(calibrate), "validation": scored(validate), "test": scored(test)}
