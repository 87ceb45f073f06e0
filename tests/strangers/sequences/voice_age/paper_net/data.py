"""YOURS. What is learnt from: spectra of speakers of known age."""

import numpy as np


def load_mine(speakers, clips, frames, bands, seed):
    """Log spectra (n, frames, bands), years (n, 1), and the speaker of each; speakers are apart between splits.

    With age a voice trembles more, and its high bands fade; beside that each speaker has formants of their own.
    """
    rng = np.random.default_rng(seed)
    band, time = np.linspace(0, 1, bands), np.arange(frames)
    x, y, speaker = [], [], []
    for i in range(speakers):
        age = rng.uniform(20, 70)
        formants, widths, loud = rng.uniform(0.1, 0.9, 3), rng.uniform(0.04, 0.1, 3), rng.uniform(0.5, 1.5, 3)
        tremble, fade = 0.02 * (age - 20) + 0.2 * rng.normal(), -0.02 * (age - 20) + 0.2 * rng.normal()
        for _ in range(clips):
            wave = 1 + tremble * np.sin(2 * np.pi * (time * rng.uniform(0.2, 0.3) + rng.random()))
            shift = 0.02 * rng.normal()
            voice = sum(
                a * np.exp(-(((band - f - shift) / w) ** 2)) for a, f, w in zip(loud, formants, widths, strict=False)
            )
            clip = wave[:, None] * voice + fade * band + rng.normal() + 0.3 * rng.normal(size=(frames, bands))
            x.append(clip), y.append([age]), speaker.append(i)
    x, y, speaker = np.array(x, "float32"), np.array(y, "float32"), np.array(speaker)
    parts = np.split(rng.permutation(speakers), [int(0.6 * speakers), int(0.8 * speakers)])
    chosen = {name: np.isin(speaker, part) for name, part in zip(("train", "validation", "test"), parts, strict=False)}
    splits = {name: (x[rows], y[rows]) for name, rows in chosen.items()}
    return {**splits, "groups": {name: speaker[rows] for name, rows in chosen.items()}}
