import numpy as np

REGIONS = [f"{letter}{digit}" for letter in "ABCDEFGH" for digit in range(1, 6)]


def policies(n, random):
    """A table as the insurer keeps it: columns of numbers, and the name of the region, some of which are rare."""
    share = 1 / np.arange(1, len(REGIONS) + 1) ** 1.6
    region = random.choice(random.permutation(REGIONS), p=share / share.sum(), size=n)
    risk = dict(zip(REGIONS, random.normal(scale=0.7, size=len(REGIONS)), strict=True))
    age, car = random.uniform(18, 85, size=n), random.gamma(2.0, 4.0, size=n)
    power, bonus = random.integers(4, 15, size=n), random.beta(1, 4, size=n) * 100 + 50
    exposure = random.uniform(0.05, 1, size=n)
    log_rate = np.array([risk[name] for name in region]) + 1.2 * np.exp(-(age - 18) / 8) + 0.0004 * (age - 50) ** 2
    log_rate += 0.012 * (bonus - 60) + 0.06 * (power - 6) * (age < 30) - 0.03 * car - 0.9
    claims = random.poisson(exposure * np.exp(np.minimum(log_rate, 1.0)) * random.gamma(3.0, 1 / 3.0, size=n))
    return np.stack([age, car, power, bonus], axis=1), region, exposure, claims


def load_mine(train, held_out, seed):
    """Policies, and how many claims each had.

    Args:
        train: policies to learn from.
        held_out: policies of the validation, and as many of the test.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    driver, region, exposure, claims = policies(train + 2 * held_out, np.random.default_rng(seed))
    driver = (driver - driver[:train].mean(axis=0)) / driver[:train].std(axis=0)
    codes = {name: code for code, name in enumerate(REGIONS)}

    def rows(low, high):
        code = np.array([codes[name] for name in region[low:high]])
        return {
            "driver": driver[low:high].astype("float32"),
            "region": code[:, None].astype("int32"),
            "exposure": exposure[low:high, None].astype("float32"),
        }, claims[low:high, None].astype("float32")

    return {
        "train": rows(0, train),
        "validation": rows(train, train + held_out),
        "test": rows(train + held_out, train + 2 * held_out),
    }
