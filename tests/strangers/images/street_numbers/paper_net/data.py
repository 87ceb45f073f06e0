import numpy as np
from sklearn.datasets import load_digits


def load_mine(train, held_out, seed):
    """House numbers of one to three digits, put side by side on noisy plates of 10 x 28 pixels.

    The written digits of the validation and of the test are others than those that are learnt from.

    Returns:
        Plates, and {"length": 0 … 2 for one to three digits, "first", "second", "third": the digit, or -1: none}.
    """
    rng = np.random.default_rng(seed)
    glyphs, names = load_digits().images / 16, load_digits().target
    order = rng.permutation(len(names))
    pools = {"train": order[:1000], "validation": order[1000:1400], "test": order[1400:]}

    def split(pool, n):
        plates, length = 0.1 * rng.normal(size=(n, 10, 28)), rng.integers(0, 3, n)
        digits = np.full((n, 3), -1)
        for i in range(n):
            left = rng.integers(0, 2)
            for place in range(length[i] + 1):
                glyph, top = rng.choice(pool), rng.integers(0, 3)
                plates[i, top : top + 8, left : left + 8] += glyphs[glyph]
                digits[i, place] = names[glyph]
                left += 8 + rng.integers(0, 2)
        targets = {"length": length, "first": digits[:, 0], "second": digits[:, 1], "third": digits[:, 2]}
        return plates[..., None].astype("float32"), {name: y.astype("int32") for name, y in targets.items()}

    return {name: split(pool, train if name == "train" else held_out) for name, pool in pools.items()}
