import numpy as np


def load_mine(train, held_out, seed):
    """Notes with vibrato and a falling loudness, of random phases, a little noise beside them."""
    rng = np.random.default_rng(seed)
    n, frames, hop, rate = train + 2 * held_out, 16, 64, 4000
    k = np.arange(1, 13)
    at, knots = np.arange(frames * hop), (np.arange(frames) + 0.5) * hop
    middle, depth, speed = rng.uniform(110, 420, (n, 1)), rng.uniform(0, 0.02, (n, 1)), rng.uniform(4, 7, (n, 1))
    f0 = middle * (1 + depth * np.sin(2 * np.pi * speed * knots / rate + rng.uniform(0, 6, (n, 1))))  # Hz
    loudness = np.exp(-rng.uniform(0, 4, (n, 1)) * knots / at.size) * rng.uniform(0.2, 1, (n, 1))
    sounds = np.empty((n, at.size))
    for i in range(n):
        f, loud = np.interp(at, knots, f0[i]), np.interp(at, knots, loudness[i])
        hz = f[:, None] * k
        body = 1 / k + 1.5 * np.exp(-(((hz - 700) / 150) ** 2)) + np.exp(-(((hz - 1500) / 200) ** 2))
        body = body * np.where(k == 1, 1, loud[:, None]) * (hz < rate / 2)
        phase = 2 * np.pi * np.cumsum(hz, axis=0) / rate + rng.uniform(0, 2 * np.pi, k.size)
        sounds[i] = loud * (body / body.sum(axis=1, keepdims=True) * np.sin(phase)).sum(axis=1)
    sounds += rng.normal(0, 0.001, sounds.shape)
    inputs, sounds = np.stack([f0 / 1000, loudness], axis=-1).astype("float32"), sounds.astype("float32")
    cuts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, n)}
    return {split: (inputs[cut], sounds[cut]) for split, cut in cuts.items()}
