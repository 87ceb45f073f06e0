"""YOURS. What is learnt from: the signals of MNIST-1D; their classes are for the probe alone.

Contract: as the template's.
"""

import numpy as np


def load_signals(validation):
    """MNIST-1D without its labels: these are not learnt from, but the nearest neighbours are judged by them.

    Args:
        validation: samples held out from the end of the 4,000 training samples.

    Returns:
        The splits; inputs Float["b 40"], standardized as they are made; targets Int["b"] in 0 … 9, unread by the loss.

    Source: Greydanus & Kobak, Scaling down Deep Learning, arXiv 2011.14439.
    """
    from mnist1d.data import make_dataset  # slow: brings matplotlib and requests

    made = make_dataset()
    signals, labels = made["x"].astype("float32"), made["y"].astype("int32")
    test = made["x_test"].astype("float32"), made["y_test"].astype("int32")
    seen, held_out = np.split(np.arange(len(signals)), [len(signals) - validation])
    return {
        "train": (signals[seen], labels[seen]),
        "validation": (signals[held_out], labels[held_out]),
        "test": test,
    }
