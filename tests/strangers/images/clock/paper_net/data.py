"""YOURS. What is learnt from: clock faces."""

import numpy as np


def load_mine(train, held_out, seed):
    """Faces at times drawn evenly over twelve hours; hour and long hand."""
    rng = np.random.default_rng(seed)
    place = np.arange(24) - 11.5

    def hand(angle, length, width, squeeze):
        """A line from the centre; twelve o'clock is up."""
        way = np.stack([-np.cos(angle), np.sin(angle)])  # (row, column)
        row, column = place[:, None], place[None] / squeeze
        along = np.clip(row * way[0] + column * way[1], 0, length)
        away = np.hypot(row - along * way[0], column - along * way[1])
        return np.clip(width - away, 0, 1)

    def split(size):
        minutes = rng.uniform(0, 720, size)
        faces = []
        for m in minutes:
            squeeze = rng.uniform(0.8, 1.0)
            short, long = hand(2 * np.pi * m / 720, 5.5, 1.6, squeeze), hand(2 * np.pi * m / 60, 10.5, 1.0, squeeze)
            face = np.maximum(short, long)
            faces.append(rng.uniform(0.6, 1.2) * face + 0.1 * rng.normal(size=face.shape))
        angle = 2 * np.pi * minutes / 60
        return np.array(faces, "float32")[..., None], {
            "hour": (minutes // 60).astype("int32"),
            "minute": np.stack([np.cos(angle), np.sin(angle)], -1).astype("float32"),
        }

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
