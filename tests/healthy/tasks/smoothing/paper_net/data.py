"""YOURS. What is learnt from: scikit-learn's digits."""


def load_digits(validation=250, test=250):
    """Scikit-learn's digits: 1,797 scanned images of 8×8 with 17 grey levels.

    The last samples are held out unshuffled: neighbours come from one writer, who should not be on both sides.

    Args:
        validation: samples held out for validation, before the test's.
        test: samples held out for the test, the last ones.

    Returns:
        The splits; inputs Float["b 8 8"] in 0 … 1, rows then columns; targets Int["b"] in 0 … 9.

    Raises:
        ValueError: a split would be empty.

    Source: Alpaydin & Kaynak, Optical Recognition of Handwritten Digits, UCI, 1998.
    """
    from sklearn import datasets

    images, labels = datasets.load_digits(return_X_y=True)
    inputs, targets = (images.reshape(-1, 8, 8) / 16).astype("float32"), labels.astype("int32")
    if min(validation, test) < 1 or validation + test >= len(inputs):
        raise ValueError(
            f"data.load.validation={validation}, data.load.test={test}: expected 1 or more each, and fewer than "
            f"{len(inputs)} together"
        )
    train_end, validation_end = len(inputs) - validation - test, len(inputs) - test
    return {
        "train": (inputs[:train_end], targets[:train_end]),
        "validation": (inputs[train_end:validation_end], targets[train_end:validation_end]),
        "test": (inputs[validation_end:], targets[validation_end:]),
    }
