import numpy as np

COLUMNS = ("brand", "customer", "size")


def orders(rng, n):
    """The shop's table: codes as strings, numbers, and whether the article was returned."""
    brand = rng.zipf(1.4, 4 * n)
    brand = brand[brand <= 120][:n]
    customer = rng.choice(300, n, p=rng.dirichlet(np.full(300, 0.8)))
    size = rng.binomial(11, 0.45, n)
    price, discount = rng.normal(3.5, 0.6, n), rng.beta(1, 4, n)
    basket = 1 + rng.poisson(1.5, n)
    runs_small, picky = rng.normal(0, 1.4, 121), rng.normal(0, 1.1, 300)
    wears = rng.normal(5, 1.2, 300)
    misfit = size - wears[customer] + runs_small[brand]
    logit = -1.2 + picky[customer] + 0.7 * np.abs(misfit) - 2 * discount + 0.5 * (price - 3.5) + 0.2 * (basket - 2.5)
    codes = {
        "brand": np.array([f"B{(37 * i) % 997:03d}" for i in brand]),
        "customer": np.array([f"C{(101 * i) % 991:03d}" for i in customer]),
        "size": np.array([f"{30 + 2 * i}" for i in size]),
    }
    return codes, np.stack([price, discount, basket], -1), rng.random(n) < 1 / (1 + np.exp(-logit))


def load_mine(seed):
    """9,000 orders: 6,000 to train on, then 1,000 to validate and 2,000 to test, in the order of time."""
    codes, numbers, returned = orders(np.random.default_rng(seed), 9000)
    cuts = {"train": slice(6000), "validation": slice(6000, 7000), "test": slice(7000, None)}
    numbers = (numbers - numbers[:6000].mean(0)) / numbers[:6000].std(0)
    data = {}
    for split, cut in cuts.items():
        inputs = {"numbers": numbers[cut].astype("float32")}
        for column in COLUMNS:
            known = np.unique(codes[column][cuts["train"]])  # sorted
            at = np.searchsorted(known, codes[column][cut]).clip(max=len(known) - 1)
            inputs[column] = np.where(known[at] == codes[column][cut], at + 1, 0).astype("int32")
        data[split] = inputs, returned[cut, None].astype("int32")
    return data
