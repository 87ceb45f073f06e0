import numpy as np


def load_mine(seed, count, held_out, size):
    """Random quadratics |W theta - y|², and where theta starts."""
    rng = np.random.default_rng(seed)
    sizes = {"train": count, "validation": held_out, "test": held_out}
    splits = {}
    for split, n in sizes.items():
        shapes = {"matrix": (n, size, size), "aim": (n, size), "start": (n, size)}
        drawn = {name: rng.normal(size=shape).astype("float32") for name, shape in shapes.items()}
        splits[split] = (drawn, np.zeros(n, "float32"))
    return splits
