import numpy as np


def disparity(depth, near):
    """What is regressed, 1 at the nearest depth and towards 0 far away; 0 where there is nothing."""
    depth = np.asarray(depth, dtype="float32")
    return np.where(depth > 0, near / np.maximum(depth, near), 0).astype("float32")


def scene(rng, size, near, far):
    """An image of balls and boxes, dimmer when farther, their classes (0 ground, 1 ball, 2 box) and depths."""
    rows, columns = np.mgrid[:size, :size]
    image = 0.1 + 0.05 * rng.normal(size=(size, size))
    classes = np.zeros((size, size), "int32")
    depth = np.zeros((size, size))
    for distance in sorted(rng.uniform(near, far, rng.integers(1, 4)), reverse=True):
        y, x = rng.uniform(2, size - 2, 2)
        radius = 5 * near / distance + 1.5
        kind = rng.integers(1, 3)
        if kind == 1:
            inside = np.hypot(rows - y, columns - x) < radius
        else:
            inside = np.maximum(abs(rows - y), abs(columns - x)) < radius
        image[inside] = 0.2 + 0.8 * near / distance + 0.03 * rng.normal(size=inside.sum())
        classes[inside] = kind
        depth[inside] = distance
    return image, classes, depth


def load_mine(train, validation, test, size, near, far, seed):
    """Scenes with a class and a disparity of each pixel."""
    rng = np.random.default_rng(seed)
    images, classes, depths = (
        np.stack(part)
        for part in zip(*(scene(rng, size, near, far) for _ in range(train + validation + test)), strict=True)
    )
    images = images[..., None].astype("float32")
    targets = {"classes": classes, "disparity": disparity(depths, near)}
    ends = {"train": (0, train), "validation": (train, train + validation), "test": (train + validation, len(images))}
    return {
        split: (images[a:b], {name: values[a:b] for name, values in targets.items()}) for split, (a, b) in ends.items()
    }
