"""YOURS. What is learnt from: small molecules. Contract: as the template's."""

import numpy as np


def load_molecules(train, held, atoms):
    """5 to 12 atoms with a charge and a size; bonds at random; the energy sums over bonds and atoms.

    Returns:
        The splits; inputs: atoms Float["b atoms 3"], 0 behind the last; bonds Float["b atoms atoms"], symmetric, 0 or 1;
        targets Float["b 1"], standardized by the training split.
    """
    generator = np.random.default_rng(6)
    total = train + 2 * held
    there = np.arange(atoms) < generator.integers(5, atoms + 1, (total, 1))  # (n, atoms)
    charge = generator.normal(size=there.shape) * there
    size = generator.uniform(0.5, 1.5, there.shape) * there
    upper = np.triu(generator.random((total, atoms, atoms)) < 0.25, 1)
    bonds = (upper | upper.transpose(0, 2, 1)) & there[:, :, None] & there[:, None, :]
    energy = 0.5 * np.einsum("ni,nij,nj->n", charge, bonds, charge) + (size**2).sum(1)
    energy += 0.5 * (bonds.sum(2) == 0).sum(1, where=there)
    energy = ((energy - energy[:train].mean()) / energy[:train].std()).astype("float32")[:, None]
    inputs = {"atoms": np.stack([there, charge, size], axis=2).astype("float32"), "bonds": bonds.astype("float32")}
    parts = {"train": slice(train), "validation": slice(train, train + held), "test": slice(train + held, None)}
    return {split: ({name: each[at] for name, each in inputs.items()}, energy[at]) for split, at in parts.items()}
