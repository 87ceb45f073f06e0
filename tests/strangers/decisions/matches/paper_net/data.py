"""YOURS. Matches of players whose strengths nobody knows, and depend on the surface."""

import numpy as np


def load_mine(matches, players, seed):
    draw = np.random.default_rng(seed)
    strength = 0.9 * draw.normal(size=(players, 1)) + 0.6 * draw.normal(size=(players, 3))
    pairs = np.stack([draw.choice(players, 2, replace=False) for _ in range(matches)])
    surface = draw.integers(0, 3, matches)
    home, away = strength[pairs[:, 0], surface] + 0.4, strength[pairs[:, 1], surface]
    logits = np.stack([home, (home + away) / 2 - 0.3, away], axis=1)
    result = (logits + draw.gumbel(size=logits.shape)).argmax(1).astype("int32")  # Davidson's model
    cut = [int(0.7 * matches), int(0.85 * matches)]

    def part(rows):
        return {"players": pairs[rows].astype("int32"), "surface": surface[rows].astype("int32")}, result[rows]

    parts = np.split(np.arange(matches), cut)  # by day
    return {name: part(rows) for name, rows in zip(["train", "validation", "test"], parts, strict=True)}
