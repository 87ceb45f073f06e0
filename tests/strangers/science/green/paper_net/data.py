import numpy as np


def load_mine(train, held_out, points, seed):
    """Pairs of forcing and solution, by finite differences on a grid eight times finer."""
    rng = np.random.default_rng(seed)
    fine = 8 * (points - 1) + 1
    x, h = np.linspace(0, 1, fine), 1 / (fine - 1)
    covariance = np.exp(-0.5 * ((x[:, None] - x) / 0.12) ** 2) + 1e-6 * np.eye(fine)
    f = 10 * rng.normal(size=(train + 2 * held_out, fine)) @ np.linalg.cholesky(covariance).T
    operator = np.eye(fine)
    inner = np.arange(1, fine - 1)
    operator[inner, inner] = 2 / h**2
    operator[inner, inner - 1] = -1 / h**2 - 8 / (2 * h)
    operator[inner, inner + 1] = -1 / h**2 + 8 / (2 * h)
    right = f.copy()
    right[:, 0], right[:, -1] = 0.3, -0.2
    u = np.linalg.solve(operator, right.T).T
    f, u = f[:, ::8].astype("float32"), u[:, ::8].astype("float32")
    cuts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, None)}
    return {split: (f[rows], u[rows]) for split, rows in cuts.items()}
