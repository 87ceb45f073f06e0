"""YOURS. What is learnt from: drawn bars. Contract: as the template's."""

import numpy as np


def load_bars(train, held, noise):
    """One bar through about the middle of each image, of some direction and one of three widths.

    Returns:
        The splits; inputs Float["b 12 12 1"]; targets Float["b 3"]: cosine and sine of twice the angle (a bar is the same
        after half a turn), and the width's class, 0, 1 or 2.
    """
    generator = np.random.default_rng(8)
    total = train + 2 * held
    angle, kind = generator.uniform(0, np.pi, total), generator.integers(0, 3, total)
    centre = generator.uniform(-1.5, 1.5, (total, 2))
    rows, columns = np.mgrid[0:12, 0:12] - 5.5
    y, x = rows - centre[:, :1, None], columns - centre[:, 1:, None]  # (n, 12, 12)
    across = -x * np.sin(angle)[:, None, None] + y * np.cos(angle)[:, None, None]
    along = x * np.cos(angle)[:, None, None] + y * np.sin(angle)[:, None, None]
    width = np.array([0.6, 1.1, 1.8])[kind][:, None, None]
    images = np.exp(-0.5 * (across / width) ** 2 - 0.5 * (along / 4) ** 2)
    images = (images + noise * generator.normal(size=images.shape))[..., None].astype("float32")
    targets = np.stack([np.cos(2 * angle), np.sin(2 * angle), kind], axis=1).astype("float32")
    parts = {"train": slice(train), "validation": slice(train, train + held), "test": slice(train + held, None)}
    return {split: (images[at], targets[at]) for split, at in parts.items()}
