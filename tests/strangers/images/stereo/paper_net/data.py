"""YOURS. What is learnt from: stereo pairs."""

import numpy as np


def load_mine(train, held_out, height, width, largest, seed):
    """Pairs {left, right} and the disparity of the left image: left[r, c] is right[r, c - d]."""
    rng = np.random.default_rng(seed)
    left, right, disparity = (
        np.stack(a)
        for a in zip(*(scene(rng, height, width, largest) for _ in range(train + 2 * held_out)), strict=True)
    )
    # the pairs are rendered at twice the size, and halved as the paper's are
    left, right = halved(left), halved(right)
    disparity = disparity[:, ::2, ::2] / 2

    def part(a, b):
        return (
            {"left": left[a:b, ..., None].astype("float32"), "right": right[a:b, ..., None].astype("float32")},
            disparity[a:b].astype("float32"),
        )

    return {
        "train": part(0, train),
        "validation": part(train, train + held_out),
        "test": part(train + held_out, train + 2 * held_out),
    }


def scene(rng, height, width, largest):
    """A wall far away, and two boards before it, the nearer one drawn last."""
    left, right, disparity = (np.zeros((height, width)) for _ in range(3))
    columns = np.arange(width)
    near = np.sort(rng.integers(2, largest + 1, 2))
    for d, whole in [(rng.integers(0, 3), True), (near[0], False), (near[1], False)]:
        texture = np.repeat(np.repeat(rng.normal(size=(height // 2, width)), 2, 0), 2, 1)
        texture = (texture[:, :-1] + texture[:, 1:]) / 2 + rng.normal()
        top, begin = (0, 0) if whole else (rng.integers(0, height - 10), rng.integers(0, width - 14))
        bottom, end = (height, 2 * width) if whole else (top + rng.integers(8, 14), begin + rng.integers(12, 20))
        rows = slice(top, bottom)
        seen = (columns >= begin) & (columns < end)
        left[rows, seen], disparity[rows, seen] = texture[rows, :width][:, seen], d
        seen = (columns + d >= begin) & (columns + d < end)
        right[rows, seen] = texture[rows, d : d + width][:, seen]
    noise = 0.05 * rng.normal(size=(2, height, width))
    return left + noise[0], right + noise[1], disparity


def halved(images):
    n, h, w = images.shape
    return images.reshape(n, h // 2, 2, w // 2, 2).mean((2, 4))
