import numpy as np


def load_mine(days, seed):
    """Guests come by weekday and weather, and choose by temperature, price and weekday."""
    random = np.random.default_rng(seed)
    day = np.arange(days)
    weekday = (day % 5).astype("int32")
    heat = 12 + 10 * np.sin(2 * np.pi * day / 250) + 4 * random.standard_normal(days)
    rain, market = random.gamma(0.5, 4.0, days), (random.random(days) < 0.25) * 1.0
    price = np.exp(0.15 * random.standard_normal((days, 4)))
    taste = np.stack(
        [
            -0.08 * (heat - 12),
            0.09 * (heat - 12) - 0.04 * rain,
            0.5 * (weekday == 4) - 0.6 * market,
            0.4 * (weekday == 2) + 0.02 * rain,
        ],
        axis=1,
    ) - 4 * np.log(price)
    share = np.exp(taste + 0.1 * random.standard_normal((days, 4)))
    share /= share.sum(axis=1, keepdims=True)
    guests = random.poisson(np.where(weekday == 4, 60, 110) * np.where(market > 0, 0.8, 1.0))
    sold = random.multinomial(guests, share).astype("float32")
    weather = np.stack([heat, np.log1p(rain), market], axis=1)
    first, second = int(0.7 * days), int(0.85 * days)
    weather = (weather - weather[:first].mean(0)) / weather[:first].std(0)
    inputs = {"weekday": weekday, "weather": weather.astype("float32"), "offer": (price - 1).astype("float32")}

    def between(start, end):
        return {name: value[start:end] for name, value in inputs.items()}, sold[start:end]

    return {"train": between(0, first), "validation": between(first, second), "test": between(second, days)}
