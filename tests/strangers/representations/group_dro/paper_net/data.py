"""Birds before backgrounds, as numbers: group-balanced validation, and a test of the minority groups alone."""

import numpy as np


def load_mine(agree, train, held_out, seed):
    rng = np.random.default_rng(seed)
    direction = rng.normal(size=12)
    direction /= np.linalg.norm(direction)

    def draw(size, agree):
        label = rng.integers(0, 2, size)
        background = np.where(rng.random(size) < agree, label, 1 - label)
        core = 1.4 * (2 * label - 1)[:, None] * direction + rng.normal(size=(size, 12))
        place = (2 * background - 1)[:, None] * 1.5 + rng.normal(size=(size, 4))
        features = np.concatenate([core, place], axis=1).astype("float32")
        group = (2 * label + background).astype("int32")
        return {"features": features, "group": group}, label.astype("int32")

    return {"train": draw(train, agree), "validation": draw(held_out, 0.5), "test": draw(held_out, 0.0)}
