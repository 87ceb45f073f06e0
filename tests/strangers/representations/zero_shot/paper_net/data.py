import numpy as np


def load_mine(species, seed):
    """20 species to learn from, 5 and 5 held out, 60 pictures of each."""
    rng = np.random.default_rng(seed)
    attributes = rng.integers(0, 2, (species, 16)) * 2.0 - 1  # -1, 1
    look = np.tanh(attributes @ rng.normal(0, 0.35, (16, 40))) + rng.normal(0, 0.25, (species, 40))
    of = np.repeat(np.arange(species), 60)
    pictures = look[of] + rng.normal(0, 0.8, (len(of), 40))
    result, groups = {}, {}
    for split, among in {"train": range(20), "validation": range(20, 25), "test": range(25, 30)}.items():
        rows = rng.permutation(np.flatnonzero(np.isin(of, among)))
        place = rng.integers(5, size=len(rows))
        shown = np.stack([rng.permutation(np.setdiff1d(among, of[row]))[:4] for row in rows])  # four others
        shown = np.stack([np.insert(others, p, of[row]) for others, p, row in zip(shown, place, rows, strict=True)])
        x = {"picture": pictures[rows].astype("float32"), "candidates": attributes[shown].astype("float32")}
        result[split], groups[split] = (x, place.astype("int32")), of[rows]
    return {**result, "groups": groups}
