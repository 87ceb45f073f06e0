"""YOURS. What is learnt from: measurements of 20 sensors and three states that may hold together."""

import numpy as np


def load_states(train, validation, test, seed):
    """Inputs Float["b 20"], standardized; targets Float["b 3"], each 0 or 1 (about 50, 40 and 25 %)."""
    rng = np.random.default_rng(seed)
    hidden = rng.normal(size=(train + validation + test, 3))
    mixing = np.random.default_rng(99).normal(size=(3, 20)) / 3**0.5
    x = np.tanh(hidden @ mixing) + rng.normal(0, 0.15, (len(hidden), 20))
    states = [hidden[:, 0] > 0, hidden[:, 0] * hidden[:, 1] > 0.1, np.abs(hidden[:, 2]) > 1.15]
    inputs = ((x - x[:train].mean(0)) / x[:train].std(0)).astype("float32")
    targets = np.stack(states, axis=1).astype("float32")
    a, b = train, train + validation
    return {
        "train": (inputs[:a], targets[:a]),
        "validation": (inputs[a:b], targets[a:b]),
        "test": (inputs[b:], targets[b:]),
    }
