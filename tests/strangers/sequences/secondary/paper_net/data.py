import numpy as np


def ancestor(rng, length):
    """Residues, structure and exposure of one protein: stretches of helix, strand and coil, with a side inside."""
    stretches = [np.full(rng.integers(4, 11), kind) for kind in rng.integers(3, size=length // 4)]
    structure = np.concatenate(stretches)[:length]
    turn = np.array([2 * np.pi / 3.6, np.pi, 2 * np.pi / 5])[structure]  # how far a residue is from the last, around
    exposure = 0.5 + 0.4 * np.sin(np.cumsum(turn) + rng.uniform(0, 2 * np.pi))
    return structure, np.clip(exposure + rng.normal(0, 0.05, length), 0, 1)


def load_mine(families, members, length, seed):
    """Members of a family differ in a third of their residues, which structure and water choose."""
    rng = np.random.default_rng(seed)
    likes = rng.normal(0, 0.7, (3, 20))  # of helix, strand, coil for each residue
    shy = rng.normal(0, 1.2, 20)  # of water
    x, structures, exposures = [], [], []
    for _ in range(families):
        structure, exposure = ancestor(rng, length)
        chances = np.exp(likes[structure] - 2 * (exposure[:, None] - 0.5) * shy)
        chances /= chances.sum(axis=1, keepdims=True)
        first = np.array([rng.choice(20, p=p) for p in chances])
        for _ in range(members):
            other = np.array([rng.choice(20, p=p) for p in chances])
            x.append(np.where(rng.random(length) < 0.35, other, first))
            structures.append(structure)
            exposures.append(exposure)
    x, structures, exposures = np.int32(x), np.int32(structures), np.float32(exposures)
    family = np.arange(families).repeat(members)
    part = rng.permutation(families)[family] / families  # 0 … 1, the same for all of a family
    splits = {"train": part < 0.7, "validation": (part >= 0.7) & (part < 0.85), "test": part >= 0.85}
    return {s: (x[it], {"structure": structures[it], "exposure": exposures[it]}) for s, it in splits.items()}
