import numpy as np


def load_mine(solutions, repeats, points, seed):
    """Titration curves of diprotic acids, each solution titrated several times.

    Args:
        solutions: how many; a fifth to validate, a fifth to test, with all their curves.
        repeats: curves of a solution.
        points: of a curve, the base added between them being the same.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them; the curves standardised by the train split's.
    """
    rng = np.random.default_rng(seed)
    solution = np.repeat(np.arange(solutions), repeats)
    pka_1 = rng.uniform(2, 6, solutions)
    pka = np.stack([pka_1, pka_1 + rng.uniform(1.5, 5, solutions)], 1)
    acid = rng.uniform(0.05, 0.15, solutions)  # mol / l
    matrix = rng.normal(0, 0.3, (solutions, 3))  # ionic strength, carbonate, the electrode's junction: of a solution
    curves = np.stack([curve(pka[s], acid[s], points) for s in range(solutions)])
    slope = np.linspace(-1, 1, points)
    measured = (curves + matrix @ np.stack([slope**0, slope, np.cos(np.pi * slope)]))[solution]
    measured = measured + rng.normal(0, 0.05, measured.shape) + rng.normal(0, 0.03, (len(solution), 1))
    end_point = (np.minimum(pka[:, 1], 12) + 13) / 2  # pH there, about
    indicator = np.digitize(end_point, [9.6, 10.6])[solution].astype("int32")
    order = rng.permutation(solutions)[solution]  # all curves of a solution have the same number
    split = np.digitize(order, [3 * solutions // 5, 4 * solutions // 5])
    parts = {name: np.flatnonzero(split == i) for i, name in enumerate(("train", "validation", "test"))}
    mean, deviation = measured[parts["train"]].mean(), measured[parts["train"]].std()
    x = ((measured - mean) / deviation)[..., None].astype("float32")  # (curves, points, 1)
    pka = pka[solution].astype("float32")
    return {name: (x[i], {"pka": pka[i], "indicator": indicator[i]}) for name, i in parts.items()}


def curve(pka, acid, points, base=0.1, volume=20.0):
    """pH after each portion of base, from the charge balance, solved for the volume and then turned around."""
    ph = np.linspace(0.5, 12.9, 2000)
    h, k1, k2 = 10**-ph, *10 ** -np.asarray(pka)
    charge = (k1 * h + 2 * k1 * k2) / (h**2 + k1 * h + k1 * k2)  # of an acid molecule, mean
    free = h - 1e-14 / h
    added = volume * (acid * charge - free) / (base + free)  # ml
    return np.interp(np.linspace(0, 3 * volume, points), added, ph)
