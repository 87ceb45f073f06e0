import numpy as np


def load_mine(products, pictures, length, seed):
    """Profiles of products, moved, stretched in height and noisy; those held out are other products."""
    rng = np.random.default_rng(seed)
    t = np.arange(length)
    waves = rng.normal(size=(products, 4)) / np.sqrt([1, 2, 3, 4])
    phases = rng.uniform(0, 2 * np.pi, (products, 4))
    product = np.repeat(np.arange(products), pictures)
    shift = rng.uniform(-8, 8, len(product))
    angle = 2 * np.pi * np.arange(1, 5) * (t[None, :, None] - shift[:, None, None]) / length  # (n, t, 4)
    x = np.sum(waves[product][:, None] * np.sin(angle + phases[product][:, None]), axis=-1)
    x = x * rng.uniform(0.7, 1.4, (len(product), 1)) + 0.25 * rng.normal(size=x.shape)
    a, b = products // 2, 3 * products // 4
    splits, groups = {}, {}
    for name, of_it in {
        "train": product < a,
        "validation": (product >= a) & (product < b),
        "test": product >= b,
    }.items():
        splits[name] = (x[of_it].astype("float32")[..., None], product[of_it].astype("int32"))
        groups[name] = product[of_it]
    return {**splits, "groups": groups}
