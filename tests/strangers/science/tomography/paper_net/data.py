import itertools

import numpy as np


def load_mine(counts, sites, seed):
    """Measurements of a chain of atoms in the Rydberg basis; each is a configuration, as likely as its squared amplitude."""
    rng = np.random.default_rng(seed)
    configurations = np.array(list(itertools.product([0, 1], repeat=sites)), "float32")  # (2^n, n)
    share = probabilities(hamiltonian(configurations, drive=1.0, detuning=0.9, repulsion=6.0))
    return {split: (configurations[rng.choice(len(share), count, p=share)], None) for split, count in counts.items()}


def hamiltonian(configurations, drive, detuning, repulsion):
    """-drive/2 for each flip of one atom, -detuning for each excited atom, repulsion for two neighbours excited."""
    excited = configurations.sum(axis=1)
    neighbours = (configurations[:, 1:] * configurations[:, :-1]).sum(axis=1)
    flips = np.abs(configurations[:, None] - configurations[None]).sum(axis=-1) == 1
    return np.diag(repulsion * neighbours - detuning * excited) - drive / 2 * flips


def probabilities(matrix):
    """Squared amplitudes of the ground state, the eigenvector of the least eigenvalue."""
    return np.linalg.eigh(matrix)[1][:, 0] ** 2
