import numpy as np


def load_mine(train, held_out, size, noise, seed):
    """Stick figures of random pose; those of the training come mirrored, too."""
    rng = np.random.default_rng(seed)
    splits = {"train": train, "validation": held_out, "test": held_out}
    pairs = {split: figures(rng, number, size, noise) for split, number in splits.items()}
    return {**pairs, "train": Mirrored(*pairs["train"])}


def figures(rng, number, size, noise):
    """Images and joints. Who faces us has the left hand at the right of the picture."""
    centre, tall = rng.uniform(0.45, 0.55, (number, 2)), rng.uniform(0.3, 0.42, number)
    lean = rng.uniform(-0.3, 0.3, number)
    up = np.stack([np.sin(lean), -np.cos(lean)], axis=1) * tall[:, None]
    neck, hip = centre + 0.4 * up, centre - 0.2 * up

    def limb(start, low, high, length):
        angle = rng.uniform(low, high, number) + lean  # from straight down to the picture's right
        return start + length * tall[:, None] * np.stack([np.sin(angle), np.cos(angle)], axis=1)

    joints = np.stack(
        [
            centre + 0.65 * up,
            limb(neck, 0.3, 2.6, 0.6),
            limb(neck, -2.6, -0.3, 0.6),
            limb(hip, 0.1, 0.9, 0.7),
            limb(hip, -0.9, -0.1, 0.7),
        ],
        axis=1,
    )  # (number, 5, 2)
    y, x = np.mgrid[:size, :size] / (size - 1)
    pixels = np.stack([x, y], axis=-1)
    images = np.zeros((number, size, size))
    ends = [*joints.swapaxes(0, 1), hip]
    for a, b in zip([neck, neck, neck, hip, hip, neck], ends, strict=True):
        a, way = a[:, None, None], (b - a)[:, None, None]
        along = np.clip(((pixels - a) * way).sum(-1) / (way**2).sum(-1), 0, 1)
        gap = np.linalg.norm(pixels - a - along[..., None] * way, axis=-1)
        images = np.maximum(images, np.clip(1.5 - gap * size, 0, 1))
    head = np.linalg.norm(pixels - joints[:, 0, None, None], axis=-1)
    images = np.maximum(images, head < 0.06)
    images += noise * rng.standard_normal(images.shape)
    return images[..., None].astype("float32"), joints.astype("float32")


class Mirrored:
    """Every image twice: as it is, and mirrored left to right, with its joints."""

    other_side = [0, 2, 1, 4, 3]  # the left hand of the mirrored one is where the right hand was

    def __init__(self, images, joints):
        self.images, self.joints = images, joints

    def __len__(self):
        return 2 * len(self.images)

    def __getitem__(self, i):
        image, joints = self.images[i // 2], self.joints[i // 2]
        if i % 2 == 0:
            return image, joints
        joints = joints * np.array([-1, 1], "float32") + np.array([1, 0], "float32")
        return image[:, ::-1], joints[self.other_side]
