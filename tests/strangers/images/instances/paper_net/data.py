import numpy as np


def load_mine(size, train, held_out, seed):
    """Grey images of two to four ellipses apart from each other; the target numbers them, 0 is background."""
    rng = np.random.default_rng(seed)
    count = train + 2 * held_out
    images, numbers = zip(*(scene(rng, size) for _ in range(count)), strict=True)
    images, numbers = np.stack(images).astype("float32")[..., None], np.stack(numbers).astype("int32")
    ends = np.cumsum([train, held_out])
    splits = zip(("train", "validation", "test"), np.split(images, ends), np.split(numbers, ends), strict=True)
    return {split: (x, y) for split, x, y in splits}


def scene(rng, size):
    rows, columns = np.mgrid[:size, :size]
    number, image = np.zeros((size, size)), np.full((size, size), 0.2)
    wanted, made = rng.integers(2, 5), 0
    for _ in range(60):
        if made == wanted:
            break
        y, x = rng.uniform(3, size - 3, 2)
        a, b, turn = rng.uniform(3, 5), rng.uniform(2, 4), rng.uniform(0, np.pi)
        u = (rows - y) * np.cos(turn) + (columns - x) * np.sin(turn)
        v = (columns - x) * np.cos(turn) - (rows - y) * np.sin(turn)
        inside, near = (u / a) ** 2 + (v / b) ** 2 < 1, (u / (a + 1)) ** 2 + (v / (b + 1)) ** 2 < 1
        if not number[near].any():
            made += 1
            number[inside], image[inside] = made, rng.uniform(0.5, 0.9)
    return image + rng.normal(0, 0.05, image.shape), number
