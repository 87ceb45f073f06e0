import numpy as np


def load_mine(train, held_out, seed):
    """Points in [-5, 5]^3, with the values and the gradients of the Styblinski-Tang potential there.

    Args:
        train: points to learn from.
        held_out: points of the validation, and as many of the test.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    points = rng.uniform(-5, 5, (train + 2 * held_out, 3))
    value = 0.5 * np.sum(points**4 - 16 * points**2 + 5 * points, axis=1)
    gradient = 0.5 * (4 * points**3 - 32 * points + 5)
    centre, spread = points[:train].mean(axis=0), points[:train].std(axis=0)
    level, unit = value[:train].mean(), value[:train].std()
    x = ((points - centre) / spread).astype("float32")
    value = ((value - level) / unit).astype("float32")
    gradient = (gradient * spread / unit).astype("float32")  # the chain rule
    cuts = {"train": (0, train), "validation": (train, train + held_out), "test": (train + held_out, None)}
    return {split: (x[i:j], {"value": value[i:j], "gradient": gradient[i:j]}) for split, (i, j) in cuts.items()}
