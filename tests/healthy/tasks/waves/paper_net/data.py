"""YOURS. What is learnt from: which kind of wave a noisy signal is."""

import numpy as np
from scipy import signal


def load_waves(training=1000, validation=300, length=48, noise=0.25, shortest=None):
    """Sine, square, triangle and sawtooth waves of random frequency and phase.

    Args:
        training: samples.
        validation: samples.
        length: positions.
        noise: standard deviation of what is added.
        shortest: signals are cut to `shortest` … `length` positions and padded with zeros; None cuts none.

    Returns:
        The splits; inputs Float["b length 1"], of about unit variance; targets Int["b"] in 0 … 3.
    """
    random = np.random.default_rng(0)
    number = training + validation
    labels = random.integers(0, 4, number)
    phase = 2 * np.pi * (random.uniform(1.5, 4, (number, 1)) * np.linspace(0, 1, length) + random.random((number, 1)))
    shapes = np.stack([np.sin(phase), signal.square(phase), signal.sawtooth(phase, 0.5), signal.sawtooth(phase)])
    waves = shapes[labels, np.arange(number)]  # (b, length)
    waves = waves / waves.std(1, keepdims=True) + noise * random.normal(size=waves.shape)
    if shortest is not None:
        lengths = random.integers(shortest, length + 1, (number, 1))
        waves = np.where(np.arange(length) < lengths, waves, 0)
    inputs, targets = waves[..., None].astype("float32"), labels.astype("int32")
    return {"train": (inputs[:training], targets[:training]), "validation": (inputs[training:], targets[training:])}
