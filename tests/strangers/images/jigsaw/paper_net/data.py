import itertools

import numpy as np
from sklearn.datasets import load_digits


def load_mine(times, held_out, seed):
    """Digits of scikit-learn, cut into four tiles that are laid in another order: which order is it?

    Args:
        times: orders of each digit, all different.
        held_out: share of the digits in validation, and as many in the test.
        seed: decides which those are, and the orders; not the run's.
    """
    rng = np.random.default_rng(seed)
    orders = np.array(list(itertools.permutations(range(4))))  # (24, 4)
    images = load_digits().images / 16  # (n, 8, 8)
    n = len(images)
    tiles = images.reshape(n, 2, 4, 2, 4).transpose(0, 1, 3, 2, 4).reshape(n, 4, 4, 4, 1)  # (n, tile, 4, 4, 1)
    # Each tile by itself: otherwise its brightness tells where it was.
    mean, deviation = (f(tiles, axis=(2, 3, 4), keepdims=True) for f in (np.mean, np.std))
    tiles = (tiles - mean) / (deviation + 1e-3)

    def puzzles(digits):
        order = np.stack([rng.permutation(len(orders))[:times] for _ in digits]).ravel()  # (m * times)
        digits = np.repeat(digits, times)
        laid = tiles[digits[:, None], orders[order]]
        return (laid.astype("float32"), order.astype("int32")), digits

    shuffled = rng.permutation(n)
    held = int(held_out * n)
    parts = {"validation": shuffled[:held], "test": shuffled[held : 2 * held], "train": shuffled[2 * held :]}
    splits = {split: puzzles(digits) for split, digits in parts.items()}
    return {split: pair for split, (pair, _) in splits.items()} | {
        "groups": {split: digits for split, (_, digits) in splits.items()}
    }
