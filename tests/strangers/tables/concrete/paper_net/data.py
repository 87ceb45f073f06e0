import numpy as np


def described(cement, water, ash, age):
    """Of a mixture, kg a m³, and its age in days: water to cement, share of ash in the binder, log of the age."""
    cement, water, ash, age = (np.asarray(x, dtype=float) for x in (cement, water, ash, age))
    return np.stack([water / cement, ash / (cement + ash), np.log(age)], axis=-1)


def load_mine(seed, samples):
    """Pieces of concrete: what they were mixed of, and the pressure, in MPa, at which they broke."""
    random = np.random.default_rng(seed)
    cement, water = random.uniform(150, 500, samples), random.uniform(140, 220, samples)
    ash, sand = random.uniform(0, 150, samples), random.uniform(600, 900, samples)
    age = random.choice([3, 7, 14, 28, 56, 90], samples)
    strength = 110 / 7 ** (water / (cement + 0.4 * ash)) * (0.3 + 0.2 * np.log(age)) * (1 - (sand / 1000 - 0.75) ** 2)
    strength = strength * np.exp(0.07 * random.normal(size=samples))
    x = np.concatenate([described(cement, water, ash, age), sand[:, None], cement[:, None]], axis=1)
    x[random.random(x.shape) < 0.02] = np.nan  # not noted
    whole = np.isfinite(x).all(axis=1)
    x, y = x[whole], strength[whole]
    a, b = int(0.6 * len(x)), int(0.8 * len(x))
    x = ((x - x[:a].mean(axis=0)) / x[:a].std(axis=0)).astype("float32")
    y = (y / 10).astype("float32")
    return {"train": (x[:a], y[:a]), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}
