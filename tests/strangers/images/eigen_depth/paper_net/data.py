import numpy as np


def load_mine(size, holes, train, held_out, seed):
    """Drawn street scenes: a ground that recedes to a horizon, boxes that stand on it, haze; depth has holes.

    Args:
        size: pixels a side.
        holes: holes of a depth map, where the sensor gave 0.
        train: scenes of the training split.
        held_out: of validation and of test, each.
        seed: not the run's.
    """
    rng = np.random.default_rng(seed)
    rows = np.arange(size)[:, None] + np.zeros((1, size))

    def scene():
        horizon, camera = rng.uniform(4, 9), np.exp(rng.normal(1.5, 0.3))  # the camera's height is not to be seen
        far = camera / 1.0
        depth = np.where(rows > horizon + 1, camera / np.maximum(rows - horizon, 1), far)
        albedo = np.full((size, size), rng.uniform(0.3, 0.5))
        albedo[rows <= horizon + 1] = 0.9
        for foot in np.sort(rng.uniform(horizon + 2, size - 1, rng.integers(1, 5))):  # the far ones first
            tall, wide, left = int((foot - horizon) * 0.9) + 1, int((foot - horizon) * 0.5) + 2, rng.integers(size - 3)
            box = (slice(max(int(foot) - tall, 0), int(foot) + 1), slice(left, left + wide))
            depth[box], albedo[box] = camera / (foot - horizon), rng.uniform(0, 1)
        clear = np.exp(-depth / far)
        image = clear * albedo + (1 - clear) * 0.9 + rng.normal(0, 0.02, albedo.shape)
        for _ in range(holes):
            top, left = rng.integers(size - 4, size=2)
            depth[top : top + 4, left : left + 4] = 0
        return image[..., None], depth[..., None]

    def split(n):
        images, depths = zip(*(scene() for _ in range(n)), strict=True)
        return np.stack(images).astype("float32"), np.stack(depths).astype("float32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
