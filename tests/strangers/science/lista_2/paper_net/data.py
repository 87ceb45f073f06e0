import numpy as np


def load_mine(signal, atoms, active, noise, train, held_out, seed):
    """Sparse codes, Bernoulli times normal, and the signals that a random dictionary of unit atoms makes of them.

    Args:
        signal: numbers of a signal.
        atoms: of the dictionary, more than those.
        active: share of a code that is not zero.
        noise: its standard deviation, on the signal.
        train: pairs to learn from.
        held_out: pairs of the validation, and of the test.
        seed: of dictionary and codes.
    """
    rng = np.random.default_rng(seed)
    dictionary = rng.normal(size=(signal, atoms))
    dictionary /= np.linalg.norm(dictionary, axis=0)

    def pairs(count):
        codes = rng.normal(size=(count, atoms)) * (rng.random((count, atoms)) < active)
        signals = codes @ dictionary.T + noise * rng.normal(size=(count, signal))
        return signals.astype("float32"), codes.astype("float32")

    return {"train": pairs(train), "validation": pairs(held_out), "test": pairs(held_out)}
