"""YOURS. What is learnt from: next month's returns, of which today's signals explain about 2 %."""

import numpy as np


def load_returns(train, validation, test, signals=20, explained=0.018):
    """Standardized signals and the return that follows, as Gu, Kelly & Xiu 2020 describe them; simulated.

    Args:
        train: samples to learn from.
        validation: samples held out.
        test: samples held out.
        signals: how many; five of them matter.
        explained: share of the returns' variance that the best of all predictions would explain.

    Returns:
        The splits; inputs Float["b signals"], of unit variance; targets Float["b 1"], of unit variance.
    """
    generator = np.random.default_rng(2020)
    inputs = generator.normal(size=(train + validation + test, signals))
    known = inputs[:, :5] @ np.array([1.0, -0.8, 0.6, 0.5, -0.4]) + 0.5 * (np.abs(inputs[:, 0]) - np.sqrt(2 / np.pi))
    known *= np.sqrt(explained / known.var())
    targets = known + np.sqrt(1 - explained) * generator.normal(size=len(inputs))
    inputs, targets = inputs.astype("float32"), targets.astype("float32")[:, None]
    edges = {"train": (0, train), "validation": (train, train + validation), "test": (train + validation, len(inputs))}
    return {split: (inputs[start:end], targets[start:end]) for split, (start, end) in edges.items()}
