import numpy as np


def load_mine(train, held_out, seed):
    """Drawn scans of blister packs of 3 by 4 pockets, each empty, with a whole pill or with a broken one.

    The line camera reads a pack column by column, so that a raw scan has its columns first.

    Args:
        train: packs of the training split.
        held_out: of validation and of test, each.
        seed: not the run's.
    """
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:24, :32].astype(float)

    def scan():
        state = rng.choice(3, (3, 4), p=[0.2, 0.5, 0.3])
        image = 0.35 + rng.uniform(-0.01, 0.01) * (x - 16) + rng.uniform(-0.01, 0.01) * (y - 12)
        shift = rng.uniform(-1, 1, 2)
        for (row, column), kind in np.ndenumerate(state):
            dy, dx = y - (8 * row + 3.5 + shift[0]), x - (8 * column + 3.5 + shift[1])
            away = np.hypot(dy, dx)
            image = image + 0.15 * np.exp(-((away - 3.3) ** 2))  # the pocket's rim
            pill = away < 2.6
            if kind == 2:  # a part of it is gone
                angle = rng.uniform(0, 2 * np.pi)
                pill &= np.cos(angle) * dx + np.sin(angle) * dy < rng.uniform(0.2, 1.2)
            image = image + (kind > 0) * rng.uniform(0.25, 0.4) * pill
        return (image + rng.normal(0, 0.07, image.shape)).T, state  # (32, 24)

    def split(n):
        raw, states = zip(*(scan() for _ in range(n)), strict=True)
        images = np.stack(raw).transpose(0, 2, 1)[..., None]  # (n, 24, 32, 1)
        return images.astype("float32"), np.stack(states).astype("int32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
