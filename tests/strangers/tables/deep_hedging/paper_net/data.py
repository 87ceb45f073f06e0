import numpy as np


def load_mine(days, volatility, train, held_out, seed):
    """Paths of a stock's price, from 100: what a trader knows each day, and the prices that the loss settles with."""
    rng = np.random.default_rng(seed)
    deviation = volatility * np.sqrt(1 / 250)

    def paths(count):
        returns = rng.normal(-(deviation**2) / 2, deviation, (count, days))
        prices = 100 * np.exp(np.concatenate([np.zeros((count, 1)), returns.cumsum(axis=1)], axis=1))
        return market(prices, deviation * np.sqrt(days)).astype("float32"), prices.astype("float32")

    return {"train": paths(train), "validation": paths(held_out), "test": paths(held_out)}


def market(prices, deviation):
    """What is known when the position of each day is taken: moneyness, and the share of time that is left."""
    days = prices.shape[1] - 1
    moneyness = np.log(prices[:, :-1] / 100) / deviation  # (n, days)
    left = np.broadcast_to(1 - np.arange(days) / days, moneyness.shape)
    return np.stack([moneyness, left], axis=-1)  # (n, days, 2)
