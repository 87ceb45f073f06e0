import numpy as np
from sklearn.datasets import load_digits


def mislabelled(labels, draws, pairs, flip):
    """Labels of which those of a pair's first class become its second one where a draw is below `flip`."""
    noisy = labels.copy()
    for first, second in pairs:
        noisy[(labels == first) & (draws < flip)] = second
    return noisy


def load_mine(seed, pairs, flip):
    """Handwritten digits; those of training and validation were labelled carelessly, those of the test were not."""
    random = np.random.default_rng(seed)
    images, labels = load_digits(return_X_y=True)
    order = random.permutation(len(labels))
    images, labels = (images[order] / 16).astype("float32"), labels[order].astype("int32")
    noisy = mislabelled(labels, random.random(len(labels)), pairs, flip)
    return {
        "train": (images[:1000], noisy[:1000]),
        "validation": (images[1000:1300], noisy[1000:1300]),
        "test": (images[1300:], labels[1300:]),
    }
