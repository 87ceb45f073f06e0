import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression


def load_mine(seed, fitted, validation, noise):
    """Logits that a classifier, fitted to few noisy digits, gives of digits that it has not seen, and what they are."""
    rng = np.random.default_rng(seed)
    digits = load_digits()
    order = rng.permutation(len(digits.target))
    image = digits.data[order] / 16 + noise * rng.standard_normal(digits.data.shape)
    label = digits.target[order].astype("int32")
    classifier = LogisticRegression(C=1e4, max_iter=500).fit(image[:fitted], label[:fitted])  # all but unregularized
    logits, label = classifier.decision_function(image[fitted:]).astype("float32"), label[fitted:]
    return {
        "train": (logits[validation:], label[validation:]),
        "validation": (logits[:validation], label[:validation]),
    }
