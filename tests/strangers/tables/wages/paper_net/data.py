import numpy as np


def load_mine(women, seed):
    """Schooling, experience, town, small children, husband's income, age; standardized by the training split."""
    draw = np.random.default_rng(seed)
    schooling, experience = draw.normal(12, 2.5, women), draw.gamma(4, 4, women)
    town, children = draw.random(women) < 0.6, draw.poisson(0.7, women)
    husband, age = draw.lognormal(3, 0.5, women), draw.uniform(22, 60, women)
    x = np.stack([schooling, experience, town, children, husband, age], axis=1)
    u, v = draw.multivariate_normal([0, 0], [[1, 0.7], [0.7, 1]], women).T
    offered = 0.5 + 0.11 * schooling + 0.05 * experience - 0.0008 * experience**2 + 0.15 * town + 0.45 * u
    works = 0.25 * (schooling - 12) - 0.9 * children - 0.03 * (husband - 22) + 0.04 * experience + v > 0
    y = np.stack([works, works * offered, offered], axis=1).astype("float32")
    train, validation = int(0.6 * women), int(0.8 * women)
    x = ((x - x[:train].mean(axis=0)) / x[:train].std(axis=0)).astype("float32")
    return {
        "train": (x[:train], y[:train]),
        "validation": (x[train:validation], y[train:validation]),
        "test": (x[validation:], y[validation:]),
    }
