"""YOURS. What is learnt from."""

import numpy as np


def load_mine(train, held_out, seed):
    """Four states in 20 numbers, which mix six that tell the state on both sites with fourteen that never do.

    These fourteen are small on the source, and large and correlated on the target.
    """
    rng = np.random.default_rng(seed)
    core = 1.2 * rng.normal(size=(4, 6))
    mixing = np.linalg.qr(rng.normal(size=(20, 20)))[0]
    shear = rng.normal(size=(14, 14)) / 14**0.5

    def draw(n, target):
        y = rng.integers(4, size=n)
        rest = rng.normal(size=(n, 14))
        rest = 2.5 * rest @ shear if target else 0.2 * rest
        x = np.concatenate([core[y] + 0.8 * rng.normal(size=(n, 6)), rest], axis=1) @ mixing
        return x.astype("float32"), y.astype("int32")

    splits = {}
    for split, n in {"train": train, "validation": held_out, "test": held_out}.items():
        (x_source, y_source), (x_target, y_target) = draw(n, False), draw(n, True)
        if split == "train":
            y_target = np.full_like(y_target, -1)
        splits[split] = {"source": x_source, "target": x_target}, {"source": y_source, "target": y_target}
    return splits
