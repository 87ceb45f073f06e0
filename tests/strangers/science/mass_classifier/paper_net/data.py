import numpy as np


def load_mine(events, held_out, seed):
    """Training and validation at four masses, the test at one between them, as the paper's interpolation.

    Background has no mass of its own: each of its events is given one of those that signals have.
    """
    rng = np.random.default_rng(seed)

    def draw(n, masses):
        y = rng.integers(0, 2, (n, 1))
        signal = y[:, 0] == 1
        mass = rng.choice(masses, n)
        true = np.where(signal, mass, 0.35 + rng.exponential(0.45, n))
        momentum = true * rng.beta(np.where(signal, 6, 4), 6) * rng.normal(1, 0.1, n)
        angle = np.where(signal, rng.normal(0, 0.9, n), rng.normal(0, 1.5, n))
        missing = rng.gamma(2, np.where(signal, 0.06, 0.05)) * np.sqrt(true)
        seen = true * rng.normal(1, 0.12, n) - 0.5 * missing
        event = np.stack([seen, momentum, angle, missing], axis=1).astype("float32")
        return {"event": event, "mass": mass[:, None].astype("float32")}, y.astype("int32")

    trained = [0.5, 0.75, 1.25, 1.5]
    return {"train": draw(events, trained), "validation": draw(held_out, trained), "test": draw(held_out, [1.0])}
