import numpy as np


def load_mine(molecules, atoms, bonds, seed):
    """Random trees with up to two rings; the property adds up over atoms and over chains of two bonds."""
    rng = np.random.default_rng(seed)
    x = {
        "atoms": np.zeros((molecules, atoms, 4), "float32"),
        "bonds": np.zeros((molecules, bonds, 2), "float32"),
        "ends": np.full((molecules, bonds, 2), -1, "int32"),
    }
    y = np.zeros((molecules, 1), "float32")
    own = np.array([0.2, -0.5, 0.8, 0.4])
    far = rng.normal(0, 1, (4, 4))
    far = (far + far.T) / 2  # of the elements at both ends of a chain
    for i in range(molecules):
        n = rng.integers(5, atoms + 1)
        element = rng.choice(4, n, p=[0.5, 0.2, 0.2, 0.1])
        pairs = [(int(rng.integers(max(0, k - 3), k)), k) for k in range(1, n)]
        for _ in range(rng.integers(0, 3)):
            ring = tuple(sorted(rng.choice(n, 2, replace=False).tolist()))
            pairs += [ring] if ring not in pairs else []
        double = rng.random(len(pairs)) < 0.25
        next_to = np.zeros((n, n))
        for k, (a, b) in enumerate(pairs):
            x["ends"][i, 2 * k : 2 * k + 2] = (a, b), (b, a)
            x["bonds"][i, 2 * k : 2 * k + 2, int(double[k])] = 1
            next_to[a, b] = next_to[b, a] = 1.5 if double[k] else 1.0
        x["atoms"][i, np.arange(n), element] = 1
        chains = next_to @ next_to  # a - b - c, counted by their orders
        np.fill_diagonal(chains, 0)
        y[i] = own[element].sum() + 0.2 * (chains * far[element][:, element]).sum() / 2 + 0.1 * rng.normal()
    cuts = [0, int(0.7 * molecules), int(0.85 * molecules), molecules]
    y = (y - y[: cuts[1]].mean()) / y[: cuts[1]].std()
    rows = {name: slice(*cuts[k : k + 2]) for k, name in enumerate(["train", "validation", "test"])}
    return {split: ({name: array[of] for name, array in x.items()}, y[of]) for split, of in rows.items()}
