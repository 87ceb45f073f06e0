import numpy as np


def windows(signal, width):
    """A recording cut into windows that follow each other: (time) to (steps, width)."""
    signal = np.asarray(signal)
    return signal.reshape(len(signal) // width, width)


def load_mine(number, steps, width, held_out, noise, seed):
    """Recordings of a hum whose pitch wanders, each with a start of its own, in noise."""
    draw = np.random.default_rng(seed)
    splits = {}
    for split, size in (("train", number), ("validation", held_out), ("test", held_out)):
        length = steps * width
        pitch = draw.uniform(0.15, 0.6, (size, 1)) + np.cumsum(draw.normal(0, 0.02, (size, length)), axis=1)
        hum = np.sin(draw.uniform(0, 2 * np.pi, (size, 1)) + np.cumsum(pitch, axis=1))
        x = hum + draw.normal(0, noise, hum.shape)
        splits[split] = (np.stack([windows(row, width) for row in x]).astype("float32"), None)
    return splits
