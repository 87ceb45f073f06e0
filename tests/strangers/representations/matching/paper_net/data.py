"""Episodes, drawn when they are asked for; those of a number are always the same."""

import numpy as np

FEATURES, CONTENT, STYLE = 24, 6, 8


def load_mine(way, shot, queries, seed):
    rng = np.random.default_rng(seed)
    content = rng.normal(size=(CONTENT, FEATURES)) / np.sqrt(CONTENT)  # how a class shows
    style = rng.normal(size=(STYLE, FEATURES)) / np.sqrt(STYLE)  # what varies within each class
    classes = rng.normal(size=(300, CONTENT))

    def episodes(of, size, seed):
        return Episodes(of @ content, style, way, shot, queries, size, seed)

    return {
        "train": episodes(classes[:200], 1500, seed + 1),
        "validation": episodes(classes[200:250], 200, seed + 2),
        "test": episodes(classes[250:], 200, seed + 3),
    }


class Episodes:
    """A source of (support and query, the queries' classes), one pair an episode."""

    def __init__(self, centres, style, way, shot, queries, size, seed):
        self.centres, self.style, self.size, self.seed = centres, style, size, seed
        self.way, self.shot, self.queries = way, shot, queries

    def __len__(self):
        return self.size

    def __getitem__(self, i):
        rng = np.random.default_rng([self.seed, int(i)])
        chosen = self.centres[rng.choice(len(self.centres), self.way, replace=False)]  # (way, features)
        label = rng.integers(0, self.way, self.queries)
        support = self.shown(np.broadcast_to(chosen, (self.shot, *chosen.shape)), rng)
        query = self.shown(chosen[label], rng)
        return {"support": support, "query": query}, label.astype("int32")

    def shown(self, x, rng):
        style = 1.5 * rng.normal(size=(*x.shape[:-1], len(self.style))) @ self.style
        return (x + style + 0.1 * rng.normal(size=x.shape)).astype("float32")
