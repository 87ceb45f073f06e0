import numpy as np


def load_mine(seed, count, held_out, noise):
    """Auctions: eight features and the value of winning; the highest competing bid, and the value again."""
    rng = np.random.default_rng(seed)
    weights = rng.normal(size=8) / np.sqrt(8)
    sizes = {"train": count, "validation": held_out, "test": held_out}
    splits = {}
    for split, size in sizes.items():
        features = rng.normal(size=(size, 8))
        values = rng.uniform(0.5, 2.0, size)
        others = np.exp(0.7 * features @ weights - 0.6 + noise * rng.normal(size=size))
        inputs = {"features": features.astype("float32"), "value": values[:, None].astype("float32")}
        splits[split] = (inputs, np.column_stack([values, others]).astype("float32"))
    return splits
