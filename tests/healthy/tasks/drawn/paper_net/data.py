"""YOURS. What is learnt from: targets of a random teacher.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits, each a pair (inputs, targets).
"""

import numpy as np


def load_teacher(kind, number, steps, features, rows=3000, noise=0.1, seed=0):
    """What a random network of two layers, which nobody sees, says of random rows or sequences.

    Args:
        kind: classes, multilabel or values.
        number: of classes, labels or values.
        steps: of a sequence; 0: rows without steps.
        features: of a row, or of a step.
        noise: deviation added to what the teacher says, in its own.

    Returns:
        The splits: inputs Float["b features"] or Float["b steps features"]; targets Int["b"] or Float["b number"].
    """
    rng = np.random.default_rng(seed)
    if steps:
        moments = np.linspace(0, 1, steps)[None, :, None]
        hidden = rng.normal(size=(rows, 6))
        waves = np.stack([np.sin(2 * np.pi * (i + 1) * moments[..., 0] + i) for i in range(6)], axis=-1)[0]
        inputs = hidden[:, None] * waves @ rng.normal(0, 0.5, (6, features)) + rng.normal(
            0, 0.2, (rows, steps, features)
        )
    else:
        inputs = hidden = rng.normal(size=(rows, features))
    inner = np.tanh(hidden @ rng.normal(0, 1 / np.sqrt(hidden.shape[1]), (hidden.shape[1], 12)))
    said = inner @ rng.normal(size=(12, number))
    said = (said - said.mean(axis=0)) / said.std(axis=0) + noise * rng.normal(size=said.shape)
    targets = {
        "classes": lambda: said.argmax(axis=1).astype("int32"),
        "multilabel": lambda: (said > 0).astype("float32"),
        "values": lambda: said.astype("float32"),
    }[kind]()
    inputs, train, end = inputs.astype("float32"), rows * 2 // 3, rows * 5 // 6
    cuts = {"train": slice(train), "validation": slice(train, end), "test": slice(end, rows)}
    return {split: (inputs[cut], targets[cut]) for split, cut in cuts.items()}
