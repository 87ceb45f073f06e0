import numpy as np


def load_mine(train, held_out, seed):
    """Where a crane's trolley and its load begin: (place, speed, angle, angular speed).

    Args:
        train: beginnings of the train split.
        held_out: of the validation split, and of the test.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them; there is no target.
    """
    rng = np.random.default_rng(seed)
    widest = np.array([2.0, 0.5, 0.1, 0.1])  # m, m/s, rad, rad/s
    counts = {"train": train, "validation": held_out, "test": held_out}
    return {
        split: (rng.uniform(-widest, widest, (count, 4)).astype("float32"), None) for split, count in counts.items()
    }
