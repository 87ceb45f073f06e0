import numpy as np


def load_mine(size, train, held_out, seed):
    """Grey scenes of overlapping discs and boxes, noisy, with a gradient of light; targets: where objects end."""
    rng = np.random.default_rng(seed)
    count = train + 2 * held_out
    images, edges = zip(*(scene(rng, size) for _ in range(count)), strict=True)
    images, edges = (np.stack(a).astype("float32")[..., None] for a in (images, edges))
    ends = np.cumsum([train, held_out])
    splits = zip(("train", "validation", "test"), np.split(images, ends), np.split(edges, ends), strict=True)
    return {split: (x, y) for split, x, y in splits}


def scene(rng, size):
    rows, columns = np.mgrid[:size, :size]
    owner, image = np.zeros((size, size), int), np.full((size, size), rng.uniform(0.2, 0.8))
    for number in range(1, rng.integers(3, 6)):
        y, x = rng.uniform(0, size, 2)
        r, s = rng.uniform(3, 9, 2)
        disc = rng.random() < 0.5
        inside = (rows - y) ** 2 + (columns - x) ** 2 < r**2 if disc else (abs(rows - y) < r) & (abs(columns - x) < s)
        owner[inside], image[inside] = number, rng.uniform(0, 1)
    edge = np.zeros((size, size), bool)
    edge[:-1] |= owner[:-1] != owner[1:]
    edge[:, :-1] |= owner[:, :-1] != owner[:, 1:]
    light = rng.uniform(-0.3, 0.3) * rows / size
    return image + light + rng.normal(0, 0.08, image.shape), edge
