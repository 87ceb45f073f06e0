import numpy as np


def load_mine(pairs, noise, train, held_out, seed):
    """Putative matches between two views: some follow one motion of the camera (inliers), the others are chance.

    Args:
        pairs: matches in a pair of images.
        noise: of an inlier's place in the second image.
        train: image pairs of the training split.
        held_out: of validation and of test, each.
        seed: not the run's.
    """
    rng = np.random.default_rng(seed)

    def split(n):
        angle, scale = rng.uniform(-0.8, 0.8, (n, 1)), rng.uniform(0.75, 1.25, (n, 1))
        shift = rng.uniform(-0.3, 0.3, (n, 1, 2))
        first = rng.uniform(-1, 1, (n, pairs, 2))
        x, y = first[..., 0], first[..., 1]
        moved = np.stack([np.cos(angle) * x - np.sin(angle) * y, np.sin(angle) * x + np.cos(angle) * y], axis=-1)
        second = scale[..., None] * moved + shift + rng.normal(0, noise, first.shape)
        inlier = rng.random((n, pairs)) < rng.uniform(0.3, 0.6, (n, 1))
        second = np.where(inlier[..., None], second, rng.uniform(-1, 1, first.shape))
        return np.concatenate([first, second], axis=-1).astype("float32"), inlier.astype("int32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
