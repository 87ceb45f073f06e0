import numpy as np


def load_mine(length, train, held_out, seed):
    """Series without labels: each has a rhythm, a waveform and a trend of noise of its own.

    Returns:
        The splits, each (series (n, length, 1), None).
    """
    draw = np.random.default_rng(seed)
    time = np.arange(length)

    def split(number):
        column = lambda low, high: draw.uniform(low, high, (number, 1))  # noqa: E731
        phase = 2 * np.pi * (time / np.exp(column(np.log(7), np.log(20))) + column(0, 1))
        wave = np.sin(phase) + column(-0.4, 0.4) * np.sin(2 * phase + column(0, 6.3))
        wave += column(0, 0.3) * np.sign(np.sin(phase))
        x = wave / wave.std(axis=1, keepdims=True) + column(0.5, 1.0) * draw.normal(size=(number, length))
        return x[..., None].astype("float32"), None

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
