import numpy as np


def impressions(n, random):
    """A log as the shop writes it; dwell, the seconds on the item's page, stands at the end of each row."""
    tastes, items = random.normal(size=(60, 4)), random.normal(size=(80, 4))
    user, item = random.integers(0, 60, size=n), random.integers(0, 80, size=n)
    price, place, hour = (
        random.lognormal(3, 0.6, size=n),
        random.integers(1, 11, size=n),
        random.integers(0, 24, size=n),
    )
    liking = (tastes[user] * items[item]).sum(axis=1)
    click = random.uniform(size=n) < 1 / (1 + np.exp(1.2 + 0.25 * place - 0.9 * liking - 0.4 * np.cos(hour / 3.8)))
    bought = random.uniform(size=n) < 1 / (1 + np.exp(0.6 + 1.5 * (np.log(price) - 3) - 0.8 * liking))
    dwell = np.where(click, random.gamma(2.0, 12.0, size=n) * (1 + bought), 0)
    return {"user": user, "item": item}, np.stack([price, place, hour, dwell], axis=1), click, click & bought


def load_mine(train, held_out, seed):
    """Impressions in the order in which they were drawn.

    Args:
        train: impressions to learn from.
        held_out: impressions of the validation, and as many of the test.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    ids, log, click, purchase = impressions(train + 2 * held_out, np.random.default_rng(seed))
    context = log[:, :3]  # what is known when the item is shown
    context = (context - context[:train].mean(axis=0)) / context[:train].std(axis=0)
    columns = {name: numbers[:, None].astype("int32") for name, numbers in ids.items()}
    columns["context"] = context.astype("float32")
    labels = {"click": click[:, None].astype("int32"), "purchase": purchase[:, None].astype("int32")}
    bounds = {"train": (0, train), "validation": (train, train + held_out), "test": (train + held_out, len(click))}
    return {
        split: tuple({name: values[low:high] for name, values in side.items()} for side in (columns, labels))
        for split, (low, high) in bounds.items()
    }
