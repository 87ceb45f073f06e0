import itertools

import numpy as np


def load_mine(seed, train, validation, units, strength):
    """States of a Boltzmann machine of known couplings, drawn exactly: all 2^units states are listed."""
    rng = np.random.default_rng(seed)
    couplings = np.triu(strength * rng.standard_normal((units, units)), 1)
    bias = 0.5 * strength * rng.standard_normal(units)
    states = np.array(list(itertools.product([0.0, 1.0], repeat=units)))  # (2^units, units)
    energy = -np.einsum("si,ij,sj->s", states, couplings, states) - states @ bias
    share = np.exp(energy.min() - energy)
    drawn = states[rng.choice(len(states), train + validation, p=share / share.sum())].astype("float32")
    return {"train": (drawn[:train], None), "validation": (drawn[train:], None)}
