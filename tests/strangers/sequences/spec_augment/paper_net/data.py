import numpy as np


def load_mine(noise, seed):
    """Each word is three formants between a first and a last band; speakers shift them by up to a band and a half."""
    rng = np.random.default_rng(seed)
    formants = rng.uniform(2, 13, size=(6, 3, 2))  # (word, formant, first and last band)

    def draw(n):
        words = rng.integers(6, size=n)
        x = np.zeros((n, 32, 16))
        for i, word in enumerate(words):
            start, lasts = rng.integers(8), rng.integers(16, 24)
            pace = np.linspace(0, 1, lasts)[:, None]  # (t, 1)
            bands = formants[word, :, 0] * (1 - pace) + formants[word, :, 1] * pace + rng.uniform(-1.5, 1.5)
            distance = np.arange(16)[None, :, None] - bands[:, None, :]  # (t, 16, 3)
            x[i, start : start + lasts] = 2 * np.exp(-(distance**2) / 2).sum(axis=-1)
        x += noise * rng.normal(size=x.shape)
        x = (x - x.mean(axis=(1, 2), keepdims=True)) / x.std(axis=(1, 2), keepdims=True)
        return x.astype("float32"), words.astype("int32")

    return {"train": draw(300), "validation": draw(500), "test": draw(500)}
