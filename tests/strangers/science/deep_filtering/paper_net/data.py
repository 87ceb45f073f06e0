import numpy as np


def load_mine(samples, length, weakest, loudest, seed):
    """Strain of a detector: coloured noise, in half of the windows with the chirp of two merging masses.

    Args:
        length: of a window, at 1 / length of a second.
        weakest, loudest: optimal signal-to-noise ratio of the chirps.
    """
    rng = np.random.default_rng(seed)
    asd = spectrum(length)
    present = rng.integers(0, 2, (samples, 1))
    noise = np.fft.irfft(np.fft.rfft(rng.normal(0, 1, (samples, length))) * asd, length)
    template = chirps(
        rng.uniform(0.6, 1.6, samples), rng.uniform(0.6, 0.95, samples), rng.uniform(0, 6.3, samples), length
    )
    template /= np.linalg.norm(whiten(template, asd), axis=1, keepdims=True)  # of signal-to-noise ratio 1
    strain = noise + present * rng.uniform(weakest, loudest, (samples, 1)) * template
    x = whiten(strain, asd)[..., None].astype("float32")
    y = present.astype("int32")
    a, b = samples * 6 // 10, samples * 8 // 10
    return {"train": (x[:a], y[:a]), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}


def spectrum(length):
    """Amplitude spectral density: steep seismic noise below, shot noise above."""
    f = np.arange(length // 2 + 1)
    return (8 / np.maximum(f, 4)) ** 3 + 0.3 + f / length


def whiten(strain, asd):
    return np.fft.irfft(np.fft.rfft(strain) / asd, strain.shape[-1])


def chirps(mass, merger, phase, length):
    """Newtonian chirps: frequency ~ (time to merger)^(-3/8), amplitude ~ (time to merger)^(-1/4)."""
    left = merger[:, None] - np.arange(length) / length
    safe = np.maximum(left, 0.002)
    angle = 60 * safe ** (5 / 8) / mass[:, None] ** (5 / 8)
    return np.where(left > 0, safe ** (-1 / 4) * np.cos(angle * 2 + phase[:, None]), 0)
