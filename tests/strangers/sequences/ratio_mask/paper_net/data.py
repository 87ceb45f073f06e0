import numpy as np


class Mixtures:
    """Clean utterances with noise of their own added, `times` for each: pairs (noisy, clean) of magnitudes."""

    def __init__(self, clean, times, quietest, loudest, seed):
        self.clean, self.times, self.snr, self.seed = clean, times, (quietest, loudest), seed

    def __len__(self):
        return self.times * len(self.clean)

    def __getitem__(self, i):
        clean = self.clean[i % len(self.clean)]
        rng = np.random.default_rng([self.seed, i])
        frames, bands = clean.shape
        colour = np.exp(-np.arange(bands) * rng.uniform(-0.08, 0.08))
        noise = (
            np.abs(rng.normal(size=clean.shape))
            * colour
            * (1 + 0.5 * np.sin(rng.uniform(0, 6) + np.arange(frames) / 5))[:, None]
        )
        snr = rng.uniform(*self.snr)
        noise *= np.sqrt((clean**2).mean() / (noise**2).mean() / 10 ** (snr / 10))
        return (clean + noise).astype("float32"), clean.astype("float32")


def load_mine(utterances, frames, bands, snr, seed):
    """Utterances in noise, drawn: harmonics under moving formants, silence between syllables.

    Args:
        utterances: of the training split; a quarter as many are held out, and as many again tested.
        frames, bands: of a magnitude spectrogram.
        snr: decibels, of the loudest noise and of the quietest.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    band = np.arange(bands)

    def speech():
        pitch = rng.uniform(2.5, 5) * (1 + 0.1 * np.sin(np.arange(frames) / rng.uniform(4, 9)))
        formant = np.repeat(rng.uniform(2, bands - 2, (frames // 8, 2)), 8, axis=0)  # (t, 2)
        envelope = np.exp(-0.5 * ((band - formant[..., None]) / 2) ** 2).sum(1)
        loud = np.repeat(rng.random(frames // 4) < 0.7, 4) * rng.uniform(0.5, 1.5)
        return loud[:, None] * envelope * np.exp(3 * (np.cos(2 * np.pi * band / pitch[:, None]) - 1))

    def split(n, times, place):
        return Mixtures(np.stack([speech() for _ in range(n)]), times, *snr, seed + place)

    def fixed(source):
        return tuple(np.stack(side) for side in zip(*[source[i] for i in range(len(source))], strict=True))

    n = utterances // 4
    return {"train": split(utterances, 5, 0), "validation": fixed(split(n, 1, 1)), "test": fixed(split(n, 1, 2))}
