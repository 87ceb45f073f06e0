import numpy as np


def load_mine(rows, rho, seed):
    """Sales by price, where a hidden shock of demand moves both.

    Args:
        rows: of all splits.
        rho: correlation of the price's shock and the noise of the sales.
        seed: of the draw.

    Returns:
        The splits; `effect` is what the sales would be at this price, were it set by us.
    """
    rng = np.random.default_rng(seed)
    fuel = rng.normal(size=(rows, 1))
    season = rng.uniform(-1, 1, size=(rows, 2))
    shock = rng.normal(size=(rows, 1))
    price = 0.9 * fuel + 0.4 * season[:, :1] + 0.8 * shock
    noise = rho * shock + np.sqrt(1 - rho**2) * rng.normal(size=(rows, 1))
    effect = -(0.8 + 0.6 * season[:, 1:]) * price - 0.5 * np.tanh(2 * price) + season[:, :1]
    sales = effect + 1.2 * noise
    cut = [int(0.7 * rows), int(0.85 * rows)]

    def split(rows):
        columns = {"fuel": fuel, "season": season, "price": price, "sales": sales, "effect": effect}
        columns = {name: values[rows].astype("float32") for name, values in columns.items()}
        return (
            {name: columns[name] for name in ("fuel", "season", "price")},
            {name: columns[name] for name in ("price", "sales", "effect")},
        )

    return {
        "train": split(slice(None, cut[0])),
        "validation": split(slice(*cut)),
        "test": split(slice(cut[1], None)),
    }
