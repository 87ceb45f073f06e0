import numpy as np

SIZE = 20


def load_mine(seed, hauls, crops):
    """Whole hauls in each split, standardized by the training's; `groups` tells of which haul a crop is."""
    rng = np.random.default_rng(seed)
    scale = rng.normal(0, 0.5, sum(hauls))  # log of µm a pixel
    depth, temperature = rng.uniform(0, 200, sum(hauls)), rng.normal(12, 4, sum(hauls))
    about = np.stack([scale, depth, temperature], axis=1)
    of = np.repeat(np.arange(sum(hauls)), crops)
    deep = np.outer(depth / 200, [-1.0, -0.5, 0.5, 1.0])  # some taxa live deep
    odds = np.exp(deep + 0.5) / np.exp(deep + 0.5).sum(axis=1, keepdims=True)
    taxon = np.array([rng.choice(4, p=odds[i]) for i in of])
    images, pixels = zip(*(draw(rng, kind) for kind in taxon), strict=True)
    images = np.stack(images)[..., None].astype("float32")
    length = (np.log(np.array(pixels) / 10) + scale[of])[:, None].astype("float32")
    train = about[: hauls[0]]
    about = ((about - train.mean(axis=0)) / train.std(axis=0)).astype("float32")
    ends = np.cumsum([0, *hauls]) * crops
    splits, groups = {}, {}
    for i, name in enumerate(("train", "validation", "test")):
        rows = slice(ends[i], ends[i + 1])
        inputs = {"image": images[rows], "haul": about[of[rows]]}
        splits[name] = inputs, {"taxon": taxon[rows].astype("int32"), "length": length[rows]}
        groups[name] = of[rows]
    return {**splits, "groups": groups}


def draw(rng, kind):
    """A crop and the length in pixels: 0 round, 1 elongated, 2 with spines, 3 a chain of four."""
    rows, columns = np.mgrid[:SIZE, :SIZE] - (SIZE - 1) / 2
    angle, half = rng.uniform(0, np.pi), rng.uniform(4, 9)
    along = rows * np.sin(angle) + columns * np.cos(angle)
    across = columns * np.sin(angle) - rows * np.cos(angle)
    radius, turn = np.hypot(rows, columns), np.arctan2(rows, columns) - angle
    if kind == 0:
        inside = half - radius
    elif kind == 1:
        inside = (1 - np.hypot(along / half, across / (0.45 * half))) * 0.45 * half
    elif kind == 2:
        inside = half * (0.6 + 0.4 * np.cos(rng.integers(5, 8) * turn)) - radius
    else:
        inside = half / 4 - np.min(
            [np.hypot(along - half * place, across) for place in (-0.75, -0.25, 0.25, 0.75)], axis=0
        )
    body = 1 / (1 + np.exp(-3 * inside))
    return rng.uniform(0.5, 1.0) * body + rng.normal(0, 0.15, body.shape), 2 * half
