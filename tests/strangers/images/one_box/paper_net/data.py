import numpy as np


def load_mine(size, train, held_out, seed):
    """Scenes with one object, a disc, a box or a cross, among short strokes; its kind, and the box around it.

    Returns:
        The splits; a box is (left, top, right, bottom) in shares of the image, a kind 0, 1 or 2.
    """
    rng = np.random.default_rng(seed)
    count = train + 2 * held_out
    images, boxes, kinds = (np.array(a) for a in zip(*(scene(rng, size) for _ in range(count)), strict=True))
    images, boxes, kinds = images.astype("float32"), boxes.astype("float32"), kinds.astype("int32")
    splits, start = {}, 0
    for split, many in (("train", train), ("validation", held_out), ("test", held_out)):
        rows = slice(start, start + many)
        splits[split] = images[rows], {"box": boxes[rows], "kind": kinds[rows]}
        start += many
    splits["train"] = with_mirrored(*splits["train"])
    return splits


def with_mirrored(images, targets):
    """The scenes, and each of them once more with left and right exchanged."""
    left, top, right, bottom = targets["box"].T
    box = np.stack([1 - right, top, 1 - left, bottom], axis=-1)
    targets = {"box": np.concatenate([targets["box"], box]), "kind": np.tile(targets["kind"], 2)}
    return np.concatenate([images, images[:, :, ::-1]]), targets


def scene(rng, size):
    rows, columns = np.mgrid[:size, :size] + 0.5
    image = np.full((size, size, 3), rng.uniform(0, 0.4, 3))
    for _ in range(6):
        y, x = rng.integers(0, size - 4, 2)
        tall = rng.random() < 0.5
        image[y : y + (4 if tall else 1), x : x + (1 if tall else 4)] = rng.uniform(0, 1, 3)
    kind = rng.integers(0, 3)
    w, h = rng.uniform(6, 14, 2)
    x, y = rng.uniform(w / 2, size - w / 2), rng.uniform(h / 2, size - h / 2)
    u, v = abs(columns - x) / (w / 2), abs(rows - y) / (h / 2)
    inside = (u**2 + v**2 < 1, np.maximum(u, v) < 1, (np.maximum(u, v) < 1) & (np.minimum(u, v) < 0.35))[kind]
    image[inside] = rng.uniform(0.6, 1, 3)
    box = np.array([x - w / 2, y - h / 2, x + w / 2, y + h / 2]) / size
    return image + rng.normal(0, 0.05, image.shape), box, kind
