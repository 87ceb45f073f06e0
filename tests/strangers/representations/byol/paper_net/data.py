"""Events that two sensors hear, drawn."""

import numpy as np


def motifs(size=20):
    t = np.linspace(0, 1, size)
    hann = np.sin(np.pi * t) ** 2
    up, down = np.sin(2 * np.pi * (1 + 3 * t) * t), np.sin(2 * np.pi * (4 - 3 * t) * t)
    steady = [np.sin(2 * np.pi * k * t) for k in (2, 5)]
    pair = np.exp(-(((t - 0.25) / 0.07) ** 2)) - np.exp(-(((t - 0.75) / 0.07) ** 2))
    return np.stack([hann * up, hann * down, hann * steady[0], hann * steady[1], pair, -pair])


def load_mine(train, held_out, length, seed):
    draws = np.random.default_rng(seed)
    shapes = motifs()

    def wander(number):
        t = np.arange(length) / length
        rate, phase = draws.uniform(0.5, 3, (number, 1)), draws.uniform(0, 2 * np.pi, (number, 1))
        return draws.uniform(0.3, 1.2, (number, 1)) * np.sin(2 * np.pi * rate * t + phase)

    def waves(number):
        labels = draws.integers(0, len(shapes), number)
        event = np.zeros((number, length))
        for row, label, at in zip(event, labels, draws.integers(0, length - 20, number), strict=True):
            row[at : at + 20] = draws.uniform(0.8, 1.4) * shapes[label]
        heard = [event + wander(number) + 0.1 * draws.normal(size=event.shape) for _ in range(2)]
        return np.stack(heard, axis=-1).astype("float32"), labels.astype("int32")

    return {"train": waves(train), "validation": waves(held_out), "test": waves(held_out)}
