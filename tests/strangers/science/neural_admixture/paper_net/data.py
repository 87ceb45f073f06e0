import numpy as np


def load_mine(individuals, snps, populations, fst, seed):
    """Genotypes of admixed individuals: allele frequencies by Balding and Nichols, ancestries from a Dirichlet.

    Returns:
        The splits; inputs and targets are both the share of the counted allele: 0, 0.5 or 1.
    """
    rng = np.random.default_rng(seed)
    ancestral = rng.uniform(0.1, 0.9, snps)
    scale = (1 - fst) / fst
    frequency = rng.beta(ancestral * scale, (1 - ancestral) * scale, (populations, snps))
    ancestry = rng.dirichlet(np.full(populations, 0.2), individuals)
    share = (rng.binomial(2, ancestry @ frequency) / 2).astype("float32")
    train, validation, test = np.split(share, [individuals * 6 // 10, individuals * 8 // 10])
    return {"train": (train, train), "validation": (validation, validation), "test": (test, test)}
