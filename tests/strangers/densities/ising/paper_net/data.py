import numpy as np


def load_mine(samples, seed):
    """Spins of a ring of 16 with four random long bonds, after 300 sweeps of Gibbs sampling."""
    rng = np.random.default_rng(seed)
    n = 16
    bonds = np.zeros((n, n))
    for i in range(n):
        bonds[i, (i + 1) % n] = rng.uniform(0.3, 0.7) * rng.choice([-1, 1])
    for i in range(4):
        bonds[i, i + 7] = rng.uniform(0.3, 0.7)
    bonds = bonds + bonds.T
    field = rng.normal(0, 0.2, n)
    spins = rng.choice([-1.0, 1.0], (samples, n))
    for _ in range(300):
        for i in range(n):
            up = 1 / (1 + np.exp(-2 * (field[i] + spins @ bonds[i])))
            spins[:, i] = np.where(rng.uniform(size=samples) < up, 1.0, -1.0)
    spins = spins.astype("float32")
    a, b = int(0.6 * samples), int(0.8 * samples)
    return {"train": (spins[:a], None), "validation": (spins[a:b], None), "test": (spins[b:], None)}
