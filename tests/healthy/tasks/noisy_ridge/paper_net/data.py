"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits, each a pair (inputs, targets).
"""

import numpy as np


def load_signals(rows=9000, features=40, share=0.25, seed=0):
    """Tomorrow's return from forty weak and correlated signals: noise for the most part.

    Args:
        rows: days; the last two sixths are for validation and test.
        features: signals a day.
        share: of the variance of the targets, what the signals explain.

    Returns:
        The splits; inputs Float["b 40"], standardized by the training days; targets Float["b 1"], in their own deviations.
    """
    rng = np.random.default_rng(seed)
    mixing = rng.normal(0, 1 / np.sqrt(features), (features, features)) + 0.7 * np.eye(features)
    inputs = rng.normal(0, 1, (rows, features)) @ mixing
    clean = inputs @ rng.laplace(0, 1, features)
    clean /= clean.std()
    targets = np.sqrt(share) * clean + np.sqrt(1 - share) * rng.standard_t(6, rows) / np.sqrt(1.5)
    train, end = rows * 4 // 6, rows * 5 // 6
    inputs = (inputs - inputs[:train].mean(axis=0)) / inputs[:train].std(axis=0)
    targets = (targets - targets[:train].mean()) / targets[:train].std()
    inputs, targets = inputs.astype("float32"), targets.astype("float32")[:, None]
    return {
        "train": (inputs[:train], targets[:train]),
        "validation": (inputs[train:end], targets[train:end]),
        "test": (inputs[end:], targets[end:]),
    }
