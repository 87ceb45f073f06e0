import numpy as np


def load_mine(seed, frames, size, train, held_out):
    """Clips (n, frames, size, size, 1) and what the blob does, 0 … 5: left, right, up, down, grows, shrinks."""
    rng = np.random.default_rng(seed)
    rows, columns = np.mgrid[:size, :size]
    step = np.array([[0, -1, 0], [0, 1, 0], [-1, 0, 0], [1, 0, 0], [0, 0, 1], [0, 0, -1]])  # rows, columns, radius

    def split(n):
        label = rng.integers(0, 6, n)
        middle = np.stack([*rng.uniform(4, size - 5, (2, n)), rng.uniform(1.8, 2.6, n)], axis=1)  # (n, 3), halfway
        speed = rng.uniform(0.35, 0.7, n)[:, None, None] * np.array([1, 1, 0.5])
        time = (np.arange(frames) - (frames - 1) / 2)[:, None]
        y, x, radius = np.moveaxis(middle[:, None] + speed * time * step[label][:, None], -1, 0)[..., None, None]
        clips = np.exp(-((rows - y) ** 2 + (columns - x) ** 2) / (2 * np.maximum(radius, 0.6) ** 2))
        clips += rng.normal(0, 0.4, clips.shape)
        return clips[..., None].astype("float32"), label.astype("int32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
