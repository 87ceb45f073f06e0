"""YOURS. What is learnt from: ratings of items by users."""

import numpy as np


def load_ratings(users=150, items=100, ratings=9000):
    """Three hidden tastes and much noise; a pair is rated once; 80 % train, 10 % validate, 10 % test.

    Returns:
        The splits; inputs Int["b 2"], user and item; targets Float["b 1"], the rating less the mean of training.
    """
    rng = np.random.default_rng(13)
    tastes, traits = rng.normal(size=(users, 3)), rng.normal(size=(items, 3)) * [0.9, 0.6, 0.4]
    mean = 3.2 + 0.4 * rng.normal(size=(users, 1)) + 0.5 * rng.normal(size=items)
    table = mean + tastes @ traits.T + 0.5 * rng.normal(size=(users, items))
    pairs = rng.permutation(users * items)[:ratings]
    inputs = np.stack(np.divmod(pairs, items), axis=-1).astype("int32")
    values = table.ravel()[pairs, None].astype("float32")
    first, second = int(0.8 * ratings), int(0.9 * ratings)
    values = values - values[:first].mean()
    cut = {"train": slice(first), "validation": slice(first, second), "test": slice(second, None)}
    return {name: (inputs[part], values[part]) for name, part in cut.items()}
