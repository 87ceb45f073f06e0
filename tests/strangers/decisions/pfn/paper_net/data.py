import numpy as np


def load_mine(seed, points=10, queries=4):
    """Tasks of a Gaussian process with a length scale of its own each: some points known, others asked.

    Args:
        seed: of the drawing.
        points: known in a task, at most; 2 at least.
        queries: asked in a task.

    Returns:
        The splits, as conf/data/mine.yaml declares them.
    """
    random = np.random.default_rng(seed)

    def draw(tasks):
        x = random.uniform(-1, 1, (tasks, points + queries))
        scale = random.uniform(0.3, 0.8, (tasks, 1, 1))
        distance = x[:, :, None] - x[:, None, :]
        covariance = np.exp(-0.5 * (distance / scale) ** 2) + 0.01 * np.eye(points + queries)
        y = np.einsum("bij,bj->bi", np.linalg.cholesky(covariance), random.normal(size=x.shape))
        there = np.arange(points) < random.integers(2, points + 1, (tasks, 1))
        context = np.stack([x[:, :points], y[:, :points]], axis=-1) * there[..., None]
        inputs = {"context": context, "there": there, "query": x[:, points:]}
        return {name: value.astype("float32") for name, value in inputs.items()}, y[:, points:].astype("float32")

    return {"train": draw(4000), "validation": draw(500), "test": draw(500)}
