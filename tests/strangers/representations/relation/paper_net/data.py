import numpy as np


def load_mine(ways, shots, train, held_out, seed):
    """Episodes from 240 made-up letters of 6 by 6 pixels: 200 to learn from, 20 to validate, 20 for the test."""
    letters = np.random.default_rng(seed).normal(size=(240, 6, 6))
    letters = (letters + np.roll(letters, 1, 1) + np.roll(letters, 1, 2)).reshape(240, 36) / 3**0.5
    parts = {
        "train": (letters[:200], train),
        "validation": (letters[200:220], held_out),
        "test": (letters[220:], held_out),
    }
    return {
        split: Episodes(of, n, ways, shots, [seed, number]) for number, (split, (of, n)) in enumerate(parts.items())
    }


class Episodes:
    """Episodes, each drawn from its own number, so that it is the same each time."""

    def __init__(self, letters, n, ways, shots, seed):
        self.letters, self.n, self.ways, self.shots, self.seed = letters, n, ways, shots, seed

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        rng = np.random.default_rng([*self.seed, i])
        classes = self.letters[rng.choice(len(self.letters), self.ways, replace=False)]  # (ways, 36)
        target = rng.integers(self.ways)
        support = classes[:, None] + rng.normal(size=(self.ways, self.shots, 36))
        query = classes[target] + rng.normal(size=36)
        return {"support": support.astype("float32"), "query": query.astype("float32")}, np.int32(target)
