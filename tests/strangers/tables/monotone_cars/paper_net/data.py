import numpy as np


def load_mine(cars, seed):
    """Cars and their log prices: falling in age and mileage, rising in power and equipment, with saturation.

    Args:
        cars: of all splits.
        seed: of the draw.

    Returns:
        The splits, standardised by the training cars.
    """
    rng = np.random.default_rng(seed)
    age = rng.uniform(0, 15, cars)
    mileage = age * rng.gamma(4, 3.5, cars)  # thousands of km
    power = rng.gamma(8, 11, cars)  # kW
    equipment = rng.binomial(10, 0.4, cars)
    month = rng.uniform(0, 12, cars)
    price = 1.3 * np.exp(-age / 4) - 0.7 / (1 + np.exp(-(mileage - 110) / 15))  # a drop around 110,000 km
    price += 0.9 * np.minimum(power, 95) / 95 + 0.25 * np.tanh((equipment - 4) / 1.5)
    price += 0.1 * np.sin(2 * np.pi * month / 12) + rng.normal(0, 0.12, cars)
    x = np.stack([age, mileage, power, equipment, month], axis=1)
    cut = [cars // 2, 3 * cars // 4]
    x = (x - x[: cut[0]].mean(0)) / x[: cut[0]].std(0)
    y = ((price - price[: cut[0]].mean()) / price[: cut[0]].std())[:, None]
    pairs = zip(np.split(x.astype("float32"), cut), np.split(y.astype("float32"), cut), strict=True)
    return dict(zip(["train", "validation", "test"], pairs, strict=True))
