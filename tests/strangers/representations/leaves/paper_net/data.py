import numpy as np


def load_mine(plants, leaves, seed):
    """Spectra of leaves and the nitrogen of their plants; 70 % of the plants to learn from, 15 % and 15 % held out.

    Args:
        plants: how many.
        leaves: of each plant.
        seed: of what is drawn, and of the split.
    """
    rng = np.random.default_rng(seed)
    band = np.linspace(0, 1, 60)
    bumps = np.exp(-(((band - rng.uniform(0, 1, (12, 1))) / 0.08) ** 2))  # (12, 60): pigments, water, build
    nitrogen = rng.normal(size=plants)
    own = rng.normal(size=(plants, 12))  # what else is particular to a plant
    absorbed = np.exp(-(((band - 0.45) / 0.06) ** 2))
    plant = np.repeat(np.arange(plants), leaves)
    thickness = rng.normal(1, 0.1, (len(plant), 1))
    spectra = thickness * (0.4 * np.tanh(nitrogen[plant, None]) * absorbed + (own @ bumps)[plant] * 0.5)
    spectra += 0.1 * rng.normal(size=(len(plant), 12)) @ bumps + 0.05 * rng.normal(size=spectra.shape)
    target = (nitrogen + 0.6 * rng.normal(size=plants))[plant, None]  # of the whole plant, of which leaves show a part

    order = rng.permutation(plants)
    parts = np.split(order, [int(0.7 * plants), int(0.85 * plants)])
    splits, groups = {}, {}
    for split, chosen in zip(("train", "validation", "test"), parts, strict=True):
        at = np.isin(plant, chosen)
        splits[split] = spectra[at].astype("float32"), target[at].astype("float32")
        groups[split] = plant[at]
    mean, std = splits["train"][1].mean(), splits["train"][1].std()
    splits = {split: (x, (y - mean) / std) for split, (x, y) in splits.items()}
    return {**splits, "groups": groups}
