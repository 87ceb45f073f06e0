import numpy as np


def simulated(shocks, omega, alpha, beta):
    """Returns sigma_t z_t of shocks (…, t), with sigma²_t = omega + alpha r²_{t-1} + beta sigma²_{t-1}."""
    shocks = np.asarray(shocks, "float64")
    variance, returns = omega / (1 - alpha - beta), []
    for t in range(shocks.shape[-1]):
        returns.append(np.sqrt(variance) * shocks[..., t])
        variance = omega + alpha * returns[-1] ** 2 + beta * variance
    return np.stack(returns, axis=-1)


def load_mine(seed, stocks, days, omega, alpha, beta):
    """Daily returns of many stocks, each of a GARCH(1,1) by itself: what is foretold is the variance of the day."""
    draw = np.random.default_rng(seed)
    splits = {}
    for split, size in stocks.items():
        returns = simulated(draw.normal(size=(size, days)), omega, alpha, beta).astype("float32")
        splits[split] = (returns, returns)
    return splits
