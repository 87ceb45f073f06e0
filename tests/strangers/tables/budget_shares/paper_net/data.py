import numpy as np


def load_mine(households, quarters, seed):
    """How households divide what they spend among five goods, in several quarters, from prices and expenditure.

    Returns:
        The splits, ((log prices, log expenditure, size of the household), shares), and the household of each sample.
    """
    draw = np.random.default_rng(seed)
    size = draw.integers(1, 6, households)
    wealth = draw.normal(size=households)
    taste = 0.25 * draw.normal(size=(households, 5))  # what a household likes, and nobody sees
    household = np.repeat(np.arange(households), quarters)
    prices = 0.4 * draw.normal(size=(len(household), 5))
    spending = wealth[household] + 0.3 * draw.normal(size=len(household))
    cross = 0.4 * draw.normal(size=(5, 5)) - 1.2 * np.eye(5)
    income = np.array([-0.8, 0.2, 0.6, 0.0, 0.4])
    curve = np.array([0.0, -0.3, 0.2, 0.0, 0.0])
    need = np.array([0.5, 0.0, -0.5, 0.2, 0.0])
    utility = prices @ cross.T + np.outer(spending, income) + np.outer(spending**2, curve) + taste[household]
    utility += np.outer(np.log(size)[household], need) + 0.15 * draw.normal(size=utility.shape)
    shares = np.exp(utility) / np.exp(utility).sum(axis=1, keepdims=True)
    x = np.column_stack([prices, spending, np.log(size)[household]]).astype("float32")
    order = draw.permutation(households)
    parts = np.split(order, [households * 7 // 10, households * 17 // 20])  # whole households
    splits, groups = {}, {}
    for name, part in zip(("train", "validation", "test"), parts, strict=True):
        rows = np.isin(household, part)
        splits[name], groups[name] = (x[rows], shares[rows].astype("float32")), household[rows]
    return {**splits, "groups": groups}
