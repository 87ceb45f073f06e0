"""YOURS. What is learnt from."""

import numpy as np


def load_mine(ways, shots, queries, samples, seed):
    """Few-shot episodes of vectors, whose class is a few hidden numbers beneath a larger nuisance.

    Args:
        ways: classes of an episode.
        shots: labelled samples of each of its classes.
        queries: samples of each of its classes that are to be told.
        samples: of each class in all.
        seed: of everything that is drawn.
    """
    rng = np.random.default_rng(seed)
    classes = 110
    code = rng.normal(size=(classes, 1, 6)) + 0.45 * rng.normal(size=(classes, samples, 6))
    nuisance = 1.5 * rng.normal(size=(classes, samples, 10))
    hidden = np.concatenate([code, nuisance], axis=-1) @ rng.normal(size=(16, 40)) / 4
    pool = (np.tanh(hidden) + 0.05 * rng.normal(size=hidden.shape)).astype("float32")  # (classes, samples, 40)

    def episode(of):
        chosen = rng.choice(of, ways, replace=False)
        drawn = np.stack([rng.permutation(samples) for _ in chosen])  # (ways, samples)
        support, query = drawn[:, :shots], drawn[:, shots : shots + queries]
        order = rng.permutation(ways * queries)
        return (
            pool[chosen[:, None], support].reshape(ways * shots, -1),
            np.repeat(np.arange(ways), shots),
            pool[chosen[:, None], query].reshape(ways * queries, -1)[order],
            np.repeat(np.arange(ways), queries)[order],
        )

    def split(of, n):
        support, label, query, y = (np.stack(part) for part in zip(*[episode(of) for _ in range(n)], strict=True))
        return {"support": support, "label": label.astype("int32"), "query": query}, y.astype("int32")

    all_classes = np.arange(classes)
    return {
        "train": split(all_classes[:80], 1000),
        "validation": split(all_classes[80:95], 200),
        "test": split(all_classes[95:], 200),
    }
