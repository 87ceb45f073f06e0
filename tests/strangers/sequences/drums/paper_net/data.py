import numpy as np


def load_mine(train, held_out, frames, bands, seed):
    """Spectrograms of bars of drums, and when each is struck: bass drum, snare, hi-hat.

    A pattern is drawn for each bar, at a tempo of its own; what is struck sounds on, and a bass guitar plays along.

    Returns:
        The splits, each (log energies (n, frames, bands), struck (n, frames, 3), 0 or 1).
    """
    draw = np.random.default_rng(seed)
    band = np.arange(bands)
    colour = np.stack(
        [np.exp(-band / 2.0), np.exp(-(((band - 7) / 4) ** 2)), np.exp(-(bands - 1 - band) / 3.0)]
    )  # (3, bands)
    fades = np.array([0.75, 0.55, 0.35])  # from a frame to the next

    def bars(n):
        struck = np.zeros((n, frames, 3), "float32")
        for bar in struck:
            step, first = draw.integers(3, 6), draw.integers(0, 3)
            for k, t in enumerate(range(first, frames, step)):
                bar[t] = draw.random(3) < ([0.8, 0.1, 0.8] if k % 2 == 0 else [0.15, 0.6, 0.8])
        loud = struck * draw.uniform(0.5, 1.2, struck.shape)
        energy = np.zeros((n, frames, bands))
        sounding = np.zeros((n, 3))
        for t in range(frames):
            sounding = fades * sounding + loud[:, t]
            energy[:, t] = sounding @ colour
        tone = draw.integers(0, 6, (n, frames // 8 + 1)).repeat(8, axis=1)[:, :frames]
        energy += 0.7 * (band == tone[:, :, None]) + np.abs(draw.normal(0, 0.4, energy.shape))
        return np.log(0.05 + energy).astype("float32"), struck

    return {"train": bars(train), "validation": bars(held_out), "test": bars(held_out)}
