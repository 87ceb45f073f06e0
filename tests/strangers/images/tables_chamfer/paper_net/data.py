"""YOURS. What is learnt from."""

import numpy as np


def load_mine(train, held_out, points, seed):
    """Tables: a top and four legs, of random width, depth, height, overhang, and which one, square or round.

    Returns:
        The splits, each (a sample of the table's points, another sample of them), both (n, points, 3).
    """
    draw = np.random.default_rng(seed)

    def table():
        width, depth, height = draw.uniform(0.4, 1.2, 3)
        inset, turn, round_top = draw.uniform(0.5, 1), draw.uniform(-0.5, 0.5), draw.random() < 0.5
        rotation = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])

        def sample():
            legs = points // 2
            top = draw.uniform(-1, 1, (points - legs, 2))
            if round_top:
                top /= np.maximum(1, np.linalg.norm(top, axis=1, keepdims=True))
            feet = draw.choice([-1, 1], (legs, 2)) * inset * (0.7 if round_top else 1.0)
            flat = np.concatenate([top, feet]) * [width, depth]
            z = np.concatenate([np.full(points - legs, height), draw.uniform(0, height, legs)])
            return np.column_stack([flat, z - 0.5]) @ rotation.T

        return sample(), sample()

    def split(number):
        seen, other = zip(*(table() for _ in range(number)), strict=False)
        return np.array(seen, "float32"), np.array(other, "float32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
