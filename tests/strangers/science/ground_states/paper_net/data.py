import numpy as np


def load_mine(seed, spins, train, held_out):
    """Rings of spins: the couplings of neighbours and the transverse field at each spin. No targets."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, size in {"train": train, "validation": held_out, "test": held_out}.items():
        couplings = rng.uniform(-1.5, 1.5, (size, spins)).astype("float32")
        fields = rng.uniform(0.3, 1.5, (size, spins)).astype("float32")
        splits[split] = ({"couplings": couplings, "fields": fields}, None)
    return splits
