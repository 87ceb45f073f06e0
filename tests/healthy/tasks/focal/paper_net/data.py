"""YOURS. What is learnt from: rare positives, hidden in many measurements. Contract: as the template's."""

import numpy as np


def load_rare(train, held, share):
    """Positive is what lies far out in a plane that is mixed, with four other directions, into 20 measurements.

    Returns:
        The splits; inputs Float["b 20"], about unit scale; targets Float["b 1"], 0 or 1.
    """
    generator = np.random.default_rng(3)
    latent = generator.normal(size=(train + 2 * held, 6))
    mixing = generator.normal(size=(6, 20)) / np.sqrt(6)
    inputs = latent @ mixing + 0.1 * generator.normal(size=(len(latent), 20))
    positive = latent[:, 0] ** 2 + latent[:, 1] ** 2 > -2 * np.log(share)
    inputs, positive = inputs.astype("float32"), positive[:, None].astype("float32")
    parts = {"train": slice(train), "validation": slice(train, train + held), "test": slice(train + held, None)}
    return {split: (inputs[rows], positive[rows]) for split, rows in parts.items()}
