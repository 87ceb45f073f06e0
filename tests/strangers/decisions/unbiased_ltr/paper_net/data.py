import numpy as np


def load_mine(documents, eta, seed):
    """Queries with documents as an older ranker showed them, clicks on what was seen and relevant, and propensities.

    Args:
        documents: of a query.
        eta: how fast attention falls with the rank.
        seed: of the drawing.

    Returns:
        The splits, as conf/data/mine.yaml declares them; in the test the true relevances stand for the clicks.
    """
    random = np.random.default_rng(seed)
    hidden = random.normal(size=(8, 6)) / np.sqrt(8)
    seen = 1 / np.arange(1, documents + 1) ** eta

    def draw(queries, judged=False):
        x = random.normal(size=(queries, documents, 8))
        merit = 3 * np.tanh(x @ hidden)[..., :3].sum(-1) + 1.5 * x[..., 0] * x[..., 1]
        relevant = random.random(merit.shape) < 1 / (1 + np.exp(3.5 - merit))
        older = x @ hidden[:, 0] + 2 * x[..., 3] + random.normal(size=merit.shape)  # in use: mostly by age
        order = np.argsort(-older, axis=1)
        x = np.take_along_axis(x, order[..., None], axis=1).astype("float32")
        relevant = np.take_along_axis(relevant, order, axis=1)
        clicked = relevant & (random.random(merit.shape) < seen)
        columns = [relevant, np.ones_like(merit)] if judged else [clicked, np.broadcast_to(seen, merit.shape)]
        return x, np.stack(columns, axis=-1).astype("float32")

    return {"train": draw(6000), "validation": draw(2000), "test": draw(2000, judged=True)}
