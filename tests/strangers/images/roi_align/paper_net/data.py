import numpy as np


def load_mine(train, held_out, size, noise, seed):
    """Scenes of three shapes that do not overlap, and the box of one of them, off by up to a pixel."""
    rng = np.random.default_rng(seed)

    def split(number):
        scenes = [scene(rng, size) for _ in range(number)]
        image = np.stack([image for image, _, _ in scenes])[..., None]
        image = image + noise * rng.standard_normal(image.shape)
        box = np.stack([box for _, box, _ in scenes]) + rng.uniform(-1, 1, (number, 4))
        labels = np.array([label for _, _, label in scenes], "int32")
        return {"image": image.astype("float32"), "box": box.astype("float32")}, labels

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def scene(rng, size):
    """An image (size, size), the box of its last shape, and that shape's class."""
    image, taken = np.zeros((size, size)), np.zeros((size, size), bool)
    rows, columns = np.mgrid[:size, :size]
    drawn = 0
    while drawn < 3:
        half = rng.uniform(3, 5)
        y, x = rng.uniform(half, size - 1 - half, 2)
        v, u = rows - y, columns - x
        inside = np.maximum(abs(v), abs(u)) <= half
        if taken[inside].any():
            continue
        taken |= inside
        label, radius = rng.integers(4), np.hypot(v, u)
        image += [
            radius <= half,
            (radius <= half) & (radius > half - 1.6),
            inside & (np.minimum(abs(v), abs(u)) <= 0.8),
            inside & (np.maximum(abs(v), abs(u)) > half - 1.3),
        ][label] * rng.uniform(0.7, 1.2)
        drawn += 1
    return image, np.array([y - half, x - half, y + half, x + half]), label
