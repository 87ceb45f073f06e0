"""YOURS. What is learnt from: MNIST-1D."""


def load_signals(validation=800):
    """MNIST-1D's signals of 40 values, the last training samples held out, and its own test.

    Returns:
        The splits; inputs Float["b 40 1"]; targets Int["b"] in 0 … 9.
    """
    from mnist1d.data import make_dataset

    made = make_dataset()
    inputs, targets = made["x"].astype("float32")[..., None], made["y"].astype("int32")
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
        "test": (made["x_test"].astype("float32")[..., None], made["y_test"].astype("int32")),
    }
