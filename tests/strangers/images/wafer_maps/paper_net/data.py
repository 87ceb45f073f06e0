import numpy as np

PATTERNS = ["centre", "edge", "ring", "scratch"]


def load_mine(train, held_out, side, seed):
    """Wafer maps: -1 outside the wafer, 0 a die that passes, 1 one that fails; and which patterns they show, of four.

    Patterns are mixed: a map may show none, or all of them.
    """
    rng = np.random.default_rng(seed)
    row, column = (np.mgrid[:side, :side] - (side - 1) / 2) / (side / 2)
    radius, angle = np.hypot(row, column), np.arctan2(row, column)

    def wafer(labels):
        fails = np.full((side, side), rng.uniform(0.03, 0.12))
        if labels[0]:  # centre
            fails += 0.6 * (np.hypot(row - rng.normal(0, 0.08), column - rng.normal(0, 0.08)) < rng.uniform(0.2, 0.35))
        if labels[1]:  # edge, a sector of it
            turned = np.abs((angle - rng.uniform(-np.pi, np.pi) + np.pi) % (2 * np.pi) - np.pi)
            fails += 0.6 * ((radius > 0.82) & (turned < rng.uniform(0.5, 1.2)))
        if labels[2]:  # ring
            fails += 0.5 * (np.abs(radius - rng.uniform(0.5, 0.7)) < 0.08)
        if labels[3]:  # scratch
            turn, offset = rng.uniform(0, np.pi), rng.uniform(-0.5, 0.5)
            across = row * np.cos(turn) - column * np.sin(turn) - offset
            along = row * np.sin(turn) + column * np.cos(turn)
            fails += 0.9 * ((np.abs(across) < 0.07) & (np.abs(along - rng.normal(0, 0.2)) < 0.5))
        return np.where(radius > 1, -1, rng.random((side, side)) < fails)

    def split(n):
        labels = (rng.random((n, len(PATTERNS))) < 0.4).astype("int32")
        return np.array([wafer(one) for one in labels], "float32")[..., None], labels

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
