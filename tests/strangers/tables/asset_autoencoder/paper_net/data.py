import numpy as np


def ranked(values):
    """Ranks along the last axis, from -1 to 1."""
    return 2 * values.argsort(-1).argsort(-1) / (values.shape[-1] - 1) - 1


def managed(z, r):
    """Returns of portfolios, one a characteristic: the regression of a month's returns r on characteristics z."""
    return np.linalg.solve(np.swapaxes(z, -1, -2) @ z, (np.swapaxes(z, -1, -2) @ r[..., None]))[..., 0]


def load_mine(seed, months, held_out, stocks, characteristics):
    """Monthly returns (1 % is 0.01): two factors, whose loadings are a function of a stock's characteristics."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, size in {"train": months, "validation": held_out, "test": held_out}.items():
        z = ranked(rng.normal(size=(size, stocks, characteristics)).transpose(0, 2, 1)).transpose(0, 2, 1)
        loadings = np.stack([1 + np.tanh(3 * z[..., 0]), 2 * np.abs(z[..., 1]) * z[..., 2] - z[..., 3]], axis=-1)
        factors = rng.normal([0.006, 0.003], [0.045, 0.05], (size, 2))
        r = np.einsum("msk,mk->ms", loadings, factors) + rng.normal(0, 0.05, (size, stocks))
        with_constant = np.concatenate([np.ones((size, stocks, 1)), z], axis=-1)
        inputs = {"characteristics": z.astype("float32"), "portfolios": managed(with_constant, r).astype("float32")}
        splits[split] = inputs, r.astype("float32")
    return splits
