"""YOURS. What is learnt from: images, to be told again after a narrow passage."""


def load_pixels(validation=250, test=250, targets=True):
    """Scikit-learn's digits as rows of 64 pixels.

    Args:
        validation: samples held out for validation, before the test's.
        test: samples held out for the test, the last ones.
        targets: whether the pixels are the targets too; a network with a loss of its own needs none.

    Returns:
        The splits; inputs Float["b 64"] in 0 … 1; targets the same pixels, or None.
    """
    from sklearn import datasets

    pixels = (datasets.load_digits().data / 16).astype("float32")
    train_end, validation_end = len(pixels) - validation - test, len(pixels) - test
    splits = {
        "train": pixels[:train_end],
        "validation": pixels[train_end:validation_end],
        "test": pixels[validation_end:],
    }
    return {name: (part, part if targets else None) for name, part in splits.items()}
