import numpy as np


def load_mine(size, train, held_out, seed):
    """Arms, drawn: shoulder, elbow and wrist of two bones, the upper one thick, on a noisy ground.

    Args:
        size: pixels a side.
        train: images to learn from.
        held_out: of the validation, and as many of the test.
        seed: draws them.

    Returns:
        The splits {"train": (images, joints), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    rng = np.random.default_rng(seed)

    def draw(n):
        joints = np.empty((n, 3, 2))
        joints[:, 0] = rng.uniform(0.3, 0.7, (n, 2))
        for bone, angle in enumerate(rng.uniform(0, 2 * np.pi, (2, n))):
            length = rng.uniform(0.2, 0.28, n) if bone == 0 else rng.uniform(0.15, 0.22, n)
            step = length[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=-1)
            joints[:, bone + 1] = np.clip(joints[:, bone] + step, 0.04, 0.96)
        centres = (np.arange(size) + 0.5) / size
        pixels = np.stack(np.meshgrid(centres, centres), axis=-1)[None]  # (1, row, column, (x, y))
        image = np.zeros((n, size, size))
        for bone, thickness in enumerate([0.045, 0.02]):
            start, end = (joints[:, bone + i, None, None] for i in (0, 1))
            along = ((pixels - start) * (end - start)).sum(-1) / ((end - start) ** 2).sum(-1)
            nearest = start + np.clip(along, 0, 1)[..., None] * (end - start)
            distance = np.sqrt(((pixels - nearest) ** 2).sum(-1))
            image = np.maximum(image, np.clip(1.5 - distance / thickness, 0, 1))
        image += 0.1 * rng.standard_normal(image.shape)
        return image[..., None].astype("float32"), joints.astype("float32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
