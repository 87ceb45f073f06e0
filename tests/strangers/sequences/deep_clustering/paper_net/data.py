import numpy as np


def load_mine(mixtures, frames, bands, seed):
    """Mixtures of two voices: harmonics of a gliding pitch, in syllables, under an envelope of the voice's own.

    Args:
        mixtures: of the training split; a quarter as many are held out, of other voices, and as many tested.
        frames, bands: of the magnitude spectrogram.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    band = np.arange(bands)

    def voice(low):
        pitch = rng.uniform(2.2, 3.0) if low else rng.uniform(4.2, 5.6)  # bands between two harmonics
        glide = pitch * (1 + 0.08 * np.sin(rng.uniform(0.2, 0.5) * np.arange(frames) + rng.uniform(0, 6)))
        combs = np.exp(4 * (np.cos(2 * np.pi * band / glide[:, None]) - 1))  # (t, f)
        on = np.repeat(rng.random(frames // 4) < 0.75, 4)[:, None]
        envelope = np.exp(-0.5 * ((band - rng.uniform(2, bands - 4)) / 6) ** 2)
        return combs * on * envelope * rng.uniform(0.7, 1.4)

    def split(n):
        voices = np.array([[voice(True), voice(False)] for _ in range(n)])  # (n, 2, t, f)
        mixed = np.abs(voices.sum(1) + 0.02 * rng.normal(size=(n, frames, bands)))
        log = np.log(mixed + 1e-3)
        dominant = np.stack([voices[:, 0] > voices[:, 1], voices[:, 0] <= voices[:, 1]], axis=-1)  # (n, t, f, 2)
        audible = mixed > 0.05 * mixed.max(axis=(1, 2), keepdims=True)
        return log.astype("float32"), (dominant & audible[..., None]).astype("float32")

    splits = {"train": split(mixtures), "validation": split(mixtures // 4), "test": split(mixtures // 4)}
    mean, std = splits["train"][0].mean(), splits["train"][0].std()
    return {name: ((x - mean) / std, y) for name, (x, y) in splits.items()}
