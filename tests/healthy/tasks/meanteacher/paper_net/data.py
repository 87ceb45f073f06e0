"""YOURS. What is learnt from: scikit-learn's digits, of which few are labelled."""

import numpy as np

UNLABELLED = -1


def load_few_labels(labelled, validation=250, test=250):
    """Digits of which `labelled`, as many of each class, have their label; the others -1, for the loss to leave out.

    Args:
        labelled: labels kept in the training split; a multiple of 10.
        validation: samples held out for validation, before the test's; all labelled.
        test: samples held out for the test, the last ones; all labelled.

    Returns:
        The splits; inputs Float["b 8 8"] in 0 … 1; targets Int["b"] in 0 … 9, or -1.
    """
    from sklearn import datasets

    images, labels = datasets.load_digits(return_X_y=True)
    inputs, labels = (images.reshape(-1, 8, 8) / 16).astype("float32"), labels.astype("int32")
    train_end, validation_end = len(inputs) - validation - test, len(inputs) - test
    generator = np.random.default_rng(1703)
    kept = np.full(train_end, UNLABELLED, "int32")
    for digit in range(10):
        chosen = generator.choice(np.flatnonzero(labels[:train_end] == digit), labelled // 10, replace=False)
        kept[chosen] = digit
    return {
        "train": (inputs[:train_end], kept),
        "validation": (inputs[train_end:validation_end], labels[train_end:validation_end]),
        "test": (inputs[validation_end:], labels[validation_end:]),
    }
