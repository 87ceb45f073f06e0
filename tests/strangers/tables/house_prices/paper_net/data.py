import numpy as np


def load_mine(train, held_out, seed):
    """Sales of houses in one town; one in thirty was sold within a family, at an odd price.

    Returns:
        The splits, each (features (n, 8), standardized log price (n, 1)).
    """
    draw = np.random.default_rng(seed)
    n = train + 2 * held_out
    area = draw.lognormal(4.6, 0.35, n)
    rooms = np.maximum(1, np.round(area / 28 + draw.normal(0, 0.7, n)))
    age, floor, energy = draw.gamma(2, 20, n), draw.integers(0, 6, n), draw.integers(0, 7, n)
    place = draw.uniform(-1, 1, (n, 2))
    garden = np.where(floor == 0, draw.exponential(60, n), 0)
    centre = np.exp(-3 * ((place - [0.2, -0.1]) ** 2).sum(axis=1))
    river = np.exp(-(((place[:, 0] - np.sin(3 * place[:, 1]) / 2) / 0.2) ** 2))
    price = 0.9 * np.log(area) + 0.5 * centre + 0.35 * river - 0.03 * energy * (age > 30) + 0.001 * np.abs(age - 60)
    price += 0.0015 * garden + 0.03 * floor * centre + draw.normal(0, 0.06, n)
    price += np.where(draw.random(n) < 1 / 30, draw.normal(-0.8, 0.4, n), 0)

    x = np.stack([np.log(area), rooms, age, place[:, 0], place[:, 1], floor, energy, garden], axis=-1)
    x = (x - x[:train].mean(axis=0)) / x[:train].std(axis=0)
    y = ((price - price[:train].mean()) / price[:train].std())[:, None]
    cuts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, n)}
    return {split: (x[rows].astype("float32"), y[rows].astype("float32")) for split, rows in cuts.items()}
