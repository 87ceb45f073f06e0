"""YOURS. What is learnt from: digits whose training labels are partly wrong, with a teacher's logits beside the labels.

Contract: as the template's.
"""

import numpy as np


def load_noisy_digits(validation, test, noise, copies, width, penalty):
    """Scikit-learn's digits; wrong labels in the training split only, and a kernel machine fitted on just these.

    Args:
        validation: samples held out, before the test's.
        test: the last ones.
        noise: share of the training labels drawn anew.
        copies: speckled copies of each training image.
        width: of the teacher's Gaussian kernel.
        penalty: of its ridge.

    Returns:
        The splits; inputs Float["b 64"] about 0 … 1; targets Float["b 11"], the label, then the teacher's logits.
    """
    from sklearn import datasets

    generator = np.random.default_rng(7)
    images, labels = datasets.load_digits(return_X_y=True)
    images = images / 16
    splits = held_out(images, labels, validation, test)
    splits["train"] = with_copies(*splits["train"], copies, generator)
    images, labels = splits["train"]
    drawn = generator.integers(0, 10, len(labels))
    given = np.where(generator.random(len(labels)) < noise, drawn, labels)
    splits["train"] = images, given
    teacher = kernel_machine(images, given, width, penalty)
    return {split: (x.astype("float32"), together(y, teacher(x))) for split, (x, y) in splits.items()}


def held_out(images, labels, validation, test):
    """The last samples unshuffled: neighbours come from one writer."""
    train_end, validation_end = len(images) - validation - test, len(images) - test
    return {
        "train": (images[:train_end], labels[:train_end]),
        "validation": (images[train_end:validation_end], labels[train_end:validation_end]),
        "test": (images[validation_end:], labels[validation_end:]),
    }


def with_copies(images, labels, copies, generator):
    """The images, and behind them speckled copies of them all."""
    speckled = [images + 0.05 * generator.normal(size=images.shape) for _ in range(copies)]
    return np.concatenate([images, *speckled]), np.tile(labels, copies + 1)


def kernel_machine(images, labels, width, penalty):
    """The teacher: ridge regression of the classes in a Gaussian kernel's space; returns its logits of new images."""

    def kernel(a, b):
        distances = (a**2).sum(1)[:, None] + (b**2).sum(1)[None, :] - 2 * a @ b.T
        return np.exp(-distances / (2 * width**2))

    classes = np.eye(10)[labels] - 0.1
    weights = np.linalg.solve(kernel(images, images) + penalty * np.eye(len(images)), classes)

    def logits(new):
        return 12 * kernel(new, images) @ weights  # (b, 10)

    return logits


def together(labels, logits):
    return np.concatenate([labels[:, None], logits], axis=1).astype("float32")  # (b, 11)
