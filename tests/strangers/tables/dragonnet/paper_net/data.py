import numpy as np


def load_mine(train, held_out, seed):
    """Simulated patients with confounded treatments.

    Training and validation have the factual outcome; the test asks for the other one: what had happened under the
    treatment that was not given.

    Args:
        train: patients to learn from.
        held_out: of the validation, and as many of the test.
        seed: of what is drawn.

    Returns:
        The splits, each ({covariates (n, 10), treatment (n, 1)}, {outcome (n, 1), treated (n, 1)}).
    """
    draw = np.random.default_rng(seed)
    n = train + 2 * held_out
    x = draw.normal(size=(n, 10))
    given = draw.random(n) < 1 / (1 + np.exp(-1.2 * (x[:, 0] + x[:, 1]) + 0.5 * x[:, 5]))
    untreated = np.sin(2 * x[:, 0]) + 0.7 * x[:, 1] + 0.5 * x[:, 2] * x[:, 3]
    effect = 1 + 0.8 * x[:, 0] + 0.7 * np.tanh(2 * x[:, 4])

    def patients(rows, flip=False):
        asked = given[rows] != flip
        y = untreated[rows] + effect[rows] * asked + draw.normal(0, 0.5, len(asked))
        inputs = {"covariates": x[rows].astype("float32"), "treatment": asked[:, None].astype("float32")}
        return inputs, {"outcome": y[:, None].astype("float32"), "treated": given[rows, None].astype("int32")}

    return {
        "train": patients(slice(train)),
        "validation": patients(slice(train, train + held_out)),
        "test": patients(slice(train + held_out, n), flip=True),
    }
