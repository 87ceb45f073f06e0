import numpy as np


def load_mine(train, held_out, seed, channels=6, times=48):
    """Twelve hours at the bedside; channels: heart rate, pressure, saturation, breathing, temperature, pulse wave.

    Saturation and breathing sink together in respiratory failure; pressure sinks while the heart rate rises in
    bleeding; an artefact is a dip of the saturation and of the pulse wave. Dips of one channel alone mean nothing.

    Returns:
        The splits, each (signals (n, times, channels), alarms (n, 3)).
    """
    draw = np.random.default_rng(seed)
    n = train + 2 * held_out
    signals = draw.normal(0, 0.6, (n, channels, times)) + np.cumsum(draw.normal(0, 0.1, (n, channels, times)), axis=-1)
    patterns = [{2: -1, 3: -1}, {1: -1, 0: 1}, {2: -1, 5: -1}]
    alarms = draw.random((n, len(patterns))) < 0.3
    clock = np.arange(times)

    def bump():
        return 1.7 * np.exp(-(((clock - draw.integers(5, times - 5)) / 2.5) ** 2))

    for i in range(n):
        for alarm, pattern in enumerate(patterns):
            if alarms[i, alarm]:
                shape = bump()
                for channel, sign in pattern.items():
                    signals[i, channel] += sign * shape
        for channel in range(channels):  # and some that mean nothing
            if draw.random() < 0.3:
                signals[i, channel] += draw.choice([-1, 1]) * bump()

    mean, std = (f(signals[:train], axis=(0, 2), keepdims=True) for f in (np.mean, np.std))
    x = ((signals - mean) / std).transpose(0, 2, 1).astype("float32")  # (n, times, channels)
    y = alarms.astype("float32")
    cuts = {"train": slice(train), "validation": slice(train, train + held_out), "test": slice(train + held_out, n)}
    return {split: (x[rows], y[rows]) for split, rows in cuts.items()}
