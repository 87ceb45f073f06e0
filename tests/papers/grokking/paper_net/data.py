"""YOURS. What is learnt from: the table of addition modulo p."""

import numpy as np


def load_addition(p, share):
    """All pairs of remainders modulo p, and their sums.

    Args:
        p: the modulus.
        share: of the p² pairs that is trained on, 0 … 1; the others are validated and tested on.

    Returns:
        The splits; inputs Float["b 2p"], two one-hot rows side by side; targets Float["b p"], one-hot.

    Source: Gromov, Grokking modular arithmetic, arXiv 2301.02679.
    """
    first, second = np.divmod(np.arange(p * p), p)
    one_hot = np.eye(p, dtype="float32")
    inputs = np.concatenate([one_hot[first], one_hot[second]], axis=1)
    targets = one_hot[(first + second) % p]
    order = np.random.default_rng(0).permutation(p * p)
    train, rest = np.split(order, [int(share * p * p)])
    held = inputs[rest], targets[rest]
    return {"train": (inputs[train], targets[train]), "validation": held, "test": held}
