import numpy as np


def load_mine(frames, bins, train, held_out, seed):
    """Magnitude spectrograms of two voices at once, and of each alone.

    A voice is a comb of harmonics whose pitch wanders, so that the two may cross; its timbre, how fast the harmonics
    fall off, stays the same. Which of the two stands first is a coin's throw.

    Returns:
        The splits, each (mixture (n, frames, bins), voices (n, frames, 2, bins)).
    """
    draw = np.random.default_rng(seed)
    time, bin_ = np.arange(frames) / frames, np.arange(bins)

    def voices(number, slope):
        column = lambda low, high: draw.uniform(low, high, (number, 1))  # noqa: E731
        pitch = column(4, 6) + column(0.5, 1.5) * np.sin(2 * np.pi * (column(0.5, 1.5) * time + column(0, 1)))  # (n, t)
        loud = column(0.6, 1.4) * (1 + 0.5 * np.sin(2 * np.pi * (column(1, 3) * time + column(0, 1))))
        slope = draw.uniform(*slope, (number, 1, 1))
        harmonics = np.arange(1, 7)[:, None, None, None]
        place = harmonics * pitch[None, :, :, None]  # (h, n, t, 1)
        comb = np.exp(-((bin_ - place) ** 2) / 0.8) * np.exp(-slope[None] * (harmonics - 1))
        return loud[..., None] * comb.sum(axis=0)  # (n, t, f)

    def split(number):
        pair = np.stack([voices(number, (0.7, 1.0)), voices(number, (0.0, 0.15))], axis=2)  # (n, t, 2, f)
        swap = draw.random(number) < 0.5
        pair[swap] = pair[swap][:, :, ::-1]
        pair = pair.astype("float32")
        return pair.sum(axis=2), pair

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
