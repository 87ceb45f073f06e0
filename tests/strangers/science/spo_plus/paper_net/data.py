import numpy as np


def load_mine(samples, features, degree, noise, seed):
    """Features of a day, and what each street of a small town costs on that day.

    Args:
        samples: how many, in all; a quarter to validate, a quarter to test.
        features: of a day.
        degree: of the polynomial from features to costs; a linear model is right for 1.
        noise: half width of the factor of each cost, around 1.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    rng = np.random.default_rng(seed)
    weights = rng.binomial(1, 0.5, (features, 12))
    x = rng.normal(size=(samples, features))
    costs = ((x @ weights / np.sqrt(features) + 3) ** degree) / 3.5**degree + 1
    costs = costs * rng.uniform(1 - noise, 1 + noise, costs.shape)
    x, costs = x.astype("float32"), costs.astype("float32")
    a, b = samples // 2, 3 * samples // 4
    return {"train": (x[:a], costs[:a]), "validation": (x[a:b], costs[a:b]), "test": (x[b:], costs[b:])}
