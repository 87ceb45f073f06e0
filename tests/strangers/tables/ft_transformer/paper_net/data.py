import numpy as np


def load_mine(train, held_out, seed):
    """Used cars: what their log price is made of, numbers and categories.

    Args:
        train: cars to learn from.
        held_out: of the validation, and as many of the test.
        seed: of what is drawn.

    Returns:
        The splits, each ({numbers (n, 4), categories (n, 3)}, log price (n, 1)).
    """
    draw = np.random.default_rng(seed)
    n = train + 2 * held_out
    popularity = 1 / np.arange(2, 62)
    model = draw.choice(60, n, p=popularity / popularity.sum())  # a few are common, many are rare
    dealer, fuel = draw.integers(0, 12, n), draw.integers(0, 4, n)
    age, power = draw.gamma(2, 3, n), draw.normal(110, 30, n) + 40 * (fuel == 3)
    mileage, owners = age * draw.gamma(4, 3, n), draw.poisson(age / 5)
    worth, keeps = draw.normal(0, 0.5, 60), draw.uniform(0.05, 0.2, 60)
    price = worth[model] - keeps[model] * age - 0.006 * mileage * (fuel != 3) + 0.004 * power - 0.1 * (owners > 2)
    price += draw.normal(0, 0.1, 12)[dealer] + draw.normal(0, 0.1, n)
    fuels = np.array(["petrol", "gas", "diesel", "electric"])
    names = np.stack([np.char.add("m", model.astype(str)), np.char.add("d", dealer.astype(str)), fuels[fuel]], axis=-1)
    numbers = np.stack([age, mileage, power, owners], axis=-1)

    cuts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, n)}
    first = cuts["train"]
    mean, std = numbers[first].mean(axis=0), numbers[first].std(axis=0)
    centre, scale = price[first].mean(), price[first].std()
    splits = {}
    for split, rows in cuts.items():
        codes = [numbered(column[rows], np.unique(column[first])) for column in names.T]
        x = {"numbers": ((numbers[rows] - mean) / std).astype("float32"), "categories": np.stack(codes, axis=-1)}
        splits[split] = x, ((price[rows, None] - centre) / scale).astype("float32")
    return splits


def numbered(names, levels):
    """1 … for the names among the sorted levels, 0 for others."""
    at = np.minimum(np.searchsorted(levels, names), len(levels) - 1)
    return np.where(levels[at] == names, at + 1, 0).astype("int32")
