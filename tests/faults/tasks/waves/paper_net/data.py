"""YOURS. What is learnt from: sine, square, sawtooth, triangle and chirp, with noise."""

import numpy as np

LENGTH = 48


def make_waves(number=1500, seed=23):
    """Float["b 48"], between about -3 and 3; Int["b"], the form, 0 … 4."""
    generator = np.random.default_rng(seed)
    forms = generator.integers(0, 5, number)
    cycles, phase = generator.uniform(2, 5, (number, 1)), generator.uniform(0, 1, (number, 1))
    t = np.linspace(0, 1, LENGTH)
    turn = (cycles * t + phase) % 1
    waves = np.stack(
        [
            np.sin(2 * np.pi * turn),
            np.sign(turn - 0.5),
            2 * turn - 1,
            4 * np.abs(turn - 0.5) - 1,
            np.sin(2 * np.pi * (cycles * t**2 * 1.5 + phase)),
        ]
    )[forms, np.arange(number)]
    loudness = generator.uniform(0.8, 1.6, (number, 1))
    return loudness * waves + 0.15 * generator.normal(size=waves.shape), forms


def load_waves(validation=300):
    """The splits; inputs Float["b 48 1"]."""
    waves, forms = make_waves()
    inputs = waves[..., np.newaxis].astype("float32")
    targets = forms.astype("int32")
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
    }
