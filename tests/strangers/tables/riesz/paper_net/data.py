import numpy as np


def load_mine(train, held_out, seed):
    """People, who of them took part, and their outcomes."""
    draw = np.random.default_rng(seed)

    def people(n):
        x = draw.normal(size=(n, 8))
        share = 1 / (1 + np.exp(-(0.8 * x[:, 0] + 0.6 * x[:, 1] - 0.5 * x[:, 2])))
        treated = draw.random(n) < share
        before = 1.5 * x[:, 0] + x[:, 1] * np.abs(x[:, 1]) - np.tanh(2 * x[:, 2]) + 0.5 * x[:, 3]
        effect = 1 + 0.5 * x[:, 0] * x[:, 3]
        outcome = before + effect * treated + draw.normal(size=n)
        inputs = {"person": x.astype("float32"), "treated": treated[:, None].astype("float32")}
        return inputs, outcome[:, None].astype("float32")

    return {"train": people(train), "validation": people(held_out), "test": people(held_out)}
