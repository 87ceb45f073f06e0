import numpy as np


def load_mine(samples, length, seed):
    """Traces: of each quarter one of four shapes, of some height, in noise; there are no targets."""
    rng = np.random.default_rng(seed)
    t = np.arange(length // 4) / (length // 4)
    shapes = np.stack([np.sin(2 * np.pi * t), np.sign(0.5 - t), 1 - 4 * np.abs(t - 0.5), np.exp(-5 * t) * 2 - 0.4])
    chosen = rng.integers(0, 4, (samples, 4))
    height = rng.choice([-1.0, 1.0], (samples, 4, 1)) * rng.uniform(0.9, 1.1, (samples, 4, 1))
    x = (shapes[chosen] * height).reshape(samples, length, 1) + 0.1 * rng.normal(size=(samples, length, 1))
    x = x.astype("float32")
    a, b = int(0.7 * samples), int(0.85 * samples)
    return {"train": (x[:a], None), "validation": (x[a:b], None), "test": (x[b:], None)}
