import numpy as np


def load_mine(train, held_out, products, seed):
    """Baskets, each of one to three of 12 recipes and of a few things more."""
    draw = np.random.default_rng(seed)
    recipes = np.stack([np.isin(np.arange(products), draw.choice(products, 6, replace=False)) for _ in range(12)])

    def baskets(n):
        cooked = draw.random((n, 12)).argsort(axis=1) < draw.integers(1, 4, (n, 1))  # (n, recipes)
        bought = draw.random((n, products)) < 0.85
        more = draw.random((n, products)) < 0.04
        return (cooked.astype(int) @ recipes.astype(int) > 0) & bought | more

    sizes = {"train": train, "validation": held_out, "test": held_out}
    return {split: HalfHidden(baskets(n), seed=[seed, i]) for i, (split, n) in enumerate(sizes.items())}


class HalfHidden:
    """Baskets as pairs of what is seen and what is hidden, each product hidden with a chance of a half."""

    def __init__(self, baskets, seed):
        self.baskets, self.seed = baskets, seed

    def __len__(self):
        return len(self.baskets)

    def __getitem__(self, i):
        basket = self.baskets[i].astype("float32")
        kept = np.random.default_rng([*self.seed, int(i)]).random(len(basket)) < 0.5
        seen, hidden = basket * kept, basket * ~kept
        return seen, hidden
