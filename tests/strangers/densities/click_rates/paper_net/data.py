import numpy as np


def load_mine(banners, seed):
    """Banners of campaigns, some of which are rare; clicks vary more than a binomial distribution does.

    Args:
        banners: how many.
        seed: of all that is drawn.
    """
    rng = np.random.default_rng(seed)
    share = 1 / np.arange(1, 121) ** 1.1
    names = np.array([f"c{code:03d}" for code in rng.permutation(1000)[:120]])
    appeal = rng.normal(0, 0.9, 120)
    which = rng.choice(120, size=banners, p=share / share.sum())
    campaigns = names[which]
    hour, mobile = rng.integers(0, 24, banners), rng.random(banners) < 0.6
    size, age = rng.normal(size=banners), rng.exponential(1.5, banners)
    score = -2.2 + appeal[which] + 0.5 * np.cos(2 * np.pi * (hour - 20) / 24) * mobile + 0.3 * size - 0.25 * age
    rate = 1 / (1 + np.exp(-score))
    shown = 20 + rng.poisson(rng.exponential(80, banners))
    clicks = rng.binomial(shown, rng.beta(25 * rate, 25 * (1 - rate)))
    angle = 2 * np.pi * hour / 24
    context = np.stack([np.sin(angle), np.cos(angle), mobile, size, age], axis=-1).astype("float32")
    y = np.stack([clicks, shown], axis=-1).astype("float32")
    rows = {"train": np.arange(2600), "validation": np.arange(2600, 3300), "test": np.arange(3300, banners)}
    known, seen = np.unique(campaigns[rows["train"]], return_counts=True)
    known = np.sort(known[np.argsort(-seen, kind="stable")][:80])  # the frequent ones, by name

    def part(index):
        code = np.searchsorted(known, campaigns[index]).clip(0, len(known) - 1)
        code = np.where(known[code] == campaigns[index], code + 1, 0).astype("int32")
        return {"campaign": code, "context": context[index]}, y[index]

    return {split: part(index) for split, index in rows.items()}
