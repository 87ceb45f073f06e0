import numpy as np


def load_mine(number, held_out, kinds, features, seed):
    """Two noisy readings of each thing; of which of a few kinds it is, nobody says."""
    draw = np.random.default_rng(seed)
    centres = draw.normal(0, 1, (kinds, features))
    splits = {}
    for split, size in (("train", number), ("validation", held_out), ("test", held_out)):
        thing = centres[draw.integers(0, kinds, size)]
        readings = {name: (thing + draw.normal(0, 1, thing.shape)).astype("float32") for name in ("one", "other")}
        splits[split] = (readings, None)
    return splits
