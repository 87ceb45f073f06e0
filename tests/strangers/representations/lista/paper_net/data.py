import numpy as np


def load_mine(samples, pixels, atoms, sparsity, alpha, seed):
    """Signals that few atoms of an overcomplete dictionary make up, and their optimal codes."""
    rng = np.random.default_rng(seed)
    dictionary = rng.normal(size=(pixels, atoms))
    dictionary /= np.linalg.norm(dictionary, axis=0)
    codes = rng.normal(size=(samples, atoms)) * (rng.random((samples, atoms)) < sparsity)
    signals = codes @ dictionary.T + 0.02 * rng.normal(size=(samples, pixels))
    targets = optimal_codes(signals, dictionary, alpha).astype("float32")
    signals = signals.astype("float32")
    a, b = int(0.7 * samples), int(0.85 * samples)
    return {
        "train": (signals[:a], targets[:a]),
        "validation": (signals[a:b], targets[a:b]),
        "test": (signals[b:], targets[b:]),
    }


def optimal_codes(signals, dictionary, alpha, steps=500):
    """argmin over z of ||x - W z||² / 2 + alpha |z|, by ISTA until it stands still."""
    signals, dictionary = np.asarray(signals), np.asarray(dictionary)
    bound = np.linalg.norm(dictionary, 2) ** 2
    z = np.zeros((len(signals), dictionary.shape[1]))
    for _ in range(steps):
        v = z + (signals - z @ dictionary.T) @ dictionary / bound
        z = np.sign(v) * np.maximum(np.abs(v) - alpha / bound, 0)
    return z
