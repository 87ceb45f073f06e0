"""YOURS. What is learnt from."""

import numpy as np

SHIFTS = np.array([[0, -1], [0, 1], [-1, 0], [1, 0], [0, 0]])  # rows, columns a frame: left, right, up, down, none
MIRRORED = np.array([1, 0, 2, 3, 4])  # what each becomes in a mirror


def load_mine(train, held_out, frames, size):
    """Videos of three spots that drift together, with flicker and noise; half of the training videos are mirrored.

    Returns:
        The splits, each (videos, drifts) of shapes (n, frames, size, size, 1) and (n,).
    """

    def split(number, seed, mirror):
        draw = np.random.default_rng(seed)
        pairs = [video(draw, frames, size) for _ in range(number)]
        x, y = np.array([x for x, _ in pairs], "float32"), np.array([y for _, y in pairs], "int32")
        if mirror:
            mirrored = draw.random(number) < 0.5
            x[mirrored] = x[mirrored, :, :, ::-1]
            y = np.where(mirrored, MIRRORED[y], y).astype("int32")
        return x, y

    return {
        "train": split(train, 10, mirror=True),
        "validation": split(held_out, 11, mirror=False),
        "test": split(held_out, 12, mirror=False),
    }


def video(draw, frames, size):
    drift = draw.integers(0, 5)
    speed = draw.uniform(0.5, 1.2)
    spots = draw.uniform(0, size, (3, 2))
    width, bright = draw.uniform(0.8, 1.5, 3), draw.uniform(0.5, 1, 3)
    grid = np.stack(np.mgrid[0:size, 0:size], axis=-1)  # (size, size, 2)
    out = []
    for t in range(frames):
        gap = grid[:, :, None] - (spots + t * speed * SHIFTS[drift])
        gap = (gap + size / 2) % size - size / 2  # what leaves on one side enters on the other
        frame = (bright * np.exp(-(gap**2).sum(-1) / (2 * width**2))).sum(-1)
        out.append(draw.uniform(0.8, 1.2) * frame + draw.normal(0, 0.1, frame.shape))
    return np.array(out)[..., None], drift
