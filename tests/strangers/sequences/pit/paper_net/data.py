import numpy as np


def voice(rng, frames, bins):
    """Magnitudes (frames, bins) of one voice: a pitch in bins that glides, a tilt of its harmonics, and syllables."""
    pitch = rng.uniform(2.5, 7) + rng.uniform(-0.04, 0.04) * np.arange(frames)
    tilt, loud = rng.uniform(0.4, 1.2), rng.uniform(0.7, 1.3)
    harmonics = np.arange(1, 12)
    centres = pitch[:, None] * harmonics  # (t, h)
    peaks = np.exp(-0.5 * ((np.arange(bins) - centres[..., None]) / 0.5) ** 2)  # (t, h, f)
    syllables = 0.5 + 0.5 * np.sign(np.sin(2 * np.pi * (np.arange(frames) / rng.uniform(8, 14) + rng.random())))
    syllables = np.convolve(syllables, [0.25, 0.5, 0.25], "same")
    return loud * syllables[:, None] * np.einsum("thf,h->tf", peaks, harmonics**-tilt)


def load_mine(mixtures, frames, bins, seed):
    """Mixtures, and the two voices of each, in no order; magnitudes add up."""
    rng = np.random.default_rng(seed)
    voices = np.array([[voice(rng, frames, bins) for _ in range(2)] for _ in range(mixtures)], "float32")
    mixed = voices.sum(axis=1)  # (n, t, f)
    parts = {"train": slice(0, -600), "validation": slice(-600, -300), "test": slice(-300, None)}
    return {split: (mixed[part], voices[part]) for split, part in parts.items()}
