import numpy as np


def load_mine(jets, seed):
    """Jets with five substructure variables: half are of a resonance at 125 GeV, half of a falling background.

    Two variables tell of the mass, too, so that a tagger that is only accurate carves a peak into the background.

    Returns:
        The splits; a target is (1 where it is signal, the jet's mass in 100 GeV).
    """
    rng = np.random.default_rng(seed)
    signal = rng.integers(0, 2, jets)
    falling = 50 + rng.exponential(60, jets)
    while (out := falling > 250).any():
        falling[out] = 50 + rng.exponential(60, out.sum())
    mass = np.where(signal == 1, rng.normal(125, 12, jets), falling) / 100
    tau = rng.normal(0.9 * signal, 1.0)
    energy = rng.normal(-0.7 * signal, 1.0)
    width = rng.gamma(2 + signal, 1.0) / 2
    momentum = mass / rng.normal(1.0, 0.12, jets)
    opening = np.log(mass) + rng.normal(0, 0.25, jets)
    x = np.stack([tau, energy, width, momentum, opening], axis=1).astype("float32")
    y = np.stack([signal, mass], axis=1).astype("float32")
    a, b = jets * 6 // 10, jets * 8 // 10
    x = (x - x[:a].mean(axis=0)) / x[:a].std(axis=0)
    return {"train": (x[:a], y[:a]), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}
