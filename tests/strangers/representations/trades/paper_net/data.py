import numpy as np


def load_mine(number, held_out, weak, agreement, shift, seed):
    """One feature that is nearly always right, and many that are each a little right and easily turned."""
    draw = np.random.default_rng(seed)
    splits = {}
    for split, size in (("train", number), ("validation", held_out), ("test", held_out)):
        label = draw.integers(0, 2, size)
        sign = 2 * label - 1
        strong = np.where(draw.random(size) < agreement, sign, -sign)[:, None] + draw.normal(0, 0.1, (size, 1))
        x = np.concatenate([strong, draw.normal(shift * sign[:, None], 1, (size, weak))], axis=1)
        splits[split] = (x.astype("float32"), label.astype("int32"))
    return splits
