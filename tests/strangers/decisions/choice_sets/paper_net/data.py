import numpy as np


def load_mine(choosers, offers, seed):
    """Travellers, each with three or more connections to choose from, and the one that was taken.

    Args:
        choosers: of training, validation and test.
        offers: connections of one traveller, at most.
        seed: of what is drawn.

    Returns:
        The splits, each ({"offers": (n, offers, 4): price, hours, changes, comfort; "person": (n, 3): income, haste,
        age; "available": (n, offers)}, the number of the one taken (n)).
    """
    draw = np.random.default_rng(seed)
    splits = {}
    for split, number in zip(["train", "validation", "test"], choosers, strict=False):
        income, haste, age = person = draw.normal(size=(3, number, 1))
        price = draw.gamma(4.0, 10.0, (number, offers))
        hours = draw.uniform(1, 8, (number, offers)) * np.exp(-price / 150)
        changes = draw.poisson(0.8, (number, offers))
        comfort = draw.normal(size=(number, offers)) + price / 40
        utility = (
            -0.09 * price * np.exp(-0.7 * income)
            - 0.9 * hours * np.exp(0.8 * haste)
            - changes * np.exp(0.6 * age)
            + 0.8 * comfort * (age > 0)
        )
        sizes = draw.integers(3, offers + 1, (number, 1))
        available = np.arange(offers) < sizes
        noisy = np.where(available, utility + draw.gumbel(size=utility.shape), -np.inf)
        shown = np.stack([price / 20 - 2, hours - 3, changes, comfort - 1], axis=-1)
        inputs = {
            "offers": np.where(available[..., None], shown, 0).astype("float32"),
            "person": np.moveaxis(person[..., 0], 0, 1).astype("float32"),
            "available": available.astype("float32"),
        }
        splits[split] = inputs, noisy.argmax(axis=1).astype("int32")
    return splits
