"""YOURS. What is learnt from: from one image, which digit it is and how much ink it took."""


def load_digit_and_ink(validation=250, test=250):
    """Scikit-learn's digits, with two targets.

    Returns:
        The splits; inputs Float["b 8 8 1"] in 0 … 1; targets {digit: Int["b"], ink: Float["b 1"]}, the ink standardized
        over the training samples.
    """
    from sklearn import datasets

    images, labels = datasets.load_digits(return_X_y=True)
    inputs = (images.reshape(-1, 8, 8, 1) / 16).astype("float32")
    ink = inputs.mean((1, 2))  # (b, 1)
    train_end, validation_end = len(inputs) - validation - test, len(inputs) - test
    ink = (ink - ink[:train_end].mean()) / ink[:train_end].std()
    parts = {
        "train": slice(0, train_end),
        "validation": slice(train_end, validation_end),
        "test": slice(validation_end, None),
    }
    return {
        name: (inputs[part], {"digit": labels[part].astype("int32"), "ink": ink[part].astype("float32")})
        for name, part in parts.items()
    }
