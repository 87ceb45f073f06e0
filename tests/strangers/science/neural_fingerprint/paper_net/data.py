import numpy as np


def load_mine(atoms, train, held_out, wrong, seed):
    """Random trees with a ring here and there, of carbon, nitrogen, oxygen and sulphur."""
    rng = np.random.default_rng(seed)

    def molecule():
        n = rng.integers(7, atoms + 1)
        kind = rng.choice(4, n, p=[0.5, 0.2, 0.2, 0.1])
        bonds = np.zeros((atoms, atoms), "float32")
        for i in range(1, n):
            free = np.flatnonzero(bonds[:i].sum(axis=1) < 3)
            j = rng.choice(free)
            bonds[i, j] = bonds[j, i] = 1
        if rng.random() < 0.4:  # a ring
            i, j = rng.choice(np.flatnonzero(bonds[:n].sum(axis=1) < 3), 2, replace=False)
            bonds[i, j] = bonds[j, i] = 1
        features = np.zeros((atoms, 4), "float32")
        features[np.arange(n), kind] = 1
        around = bonds @ features  # neighbours of each kind
        nitro = np.any((features[:, 1] == 1) & (around[:, 2] >= 2))
        sulphoxide = np.any((features[:, 3] == 1) & (around[:, 2] >= 1))
        return features, bonds, int(nitro or sulphoxide)

    def draw(n):
        half, rows = {0: n // 2, 1: n // 2}, []
        while any(half.values()):  # as many toxic ones as others
            row = molecule()
            if half[row[2]]:
                half[row[2]] -= 1
                rows.append(row)
        features, bonds, toxic = (np.stack(column) for column in zip(*rows, strict=False))
        toxic = np.where(rng.random(n) < wrong, 1 - toxic, toxic)
        order = rng.permutation(n)
        return {"atoms": features[order], "bonds": bonds[order]}, toxic[order, None].astype("int32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
