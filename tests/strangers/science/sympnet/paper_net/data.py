import numpy as np


def load_mine(train, held_out, span, seed):
    """States of a pendulum, H = p² / 2 - cos q, that swings and does not turn over; and where they are a time later.

    Args:
        train: pairs to learn from.
        held_out: pairs of the validation, and of the test.
        span: the time between the two states.
        seed: of the starts.

    Returns:
        The splits of (q, p) and the (q, p) a time `span` later.
    """
    rng = np.random.default_rng(seed)
    starts = rng.uniform([-2.2, -1.8], [2.2, 1.8], size=(6 * (train + 2 * held_out), 2))
    energy = starts[:, 1] ** 2 / 2 - np.cos(starts[:, 0])
    starts = starts[energy < 0.6][: train + 2 * held_out]  # well below the separatrix, where H is 1
    q, p = starts.T.copy()
    steps = 200
    for _ in range(steps):  # leapfrog; 200 steps leave an error of about 1e-6
        p = p - span / steps / 2 * np.sin(q)
        q = q + span / steps * p
        p = p - span / steps / 2 * np.sin(q)
    x, y = starts.astype("float32"), np.stack([q, p], axis=-1).astype("float32")
    end = train + held_out
    cuts = {"train": slice(0, train), "validation": slice(train, end), "test": slice(end, None)}
    return {split: (x[cut], y[cut]) for split, cut in cuts.items()}
