"""YOURS. What is learnt from: places where an equation must hold, or forces that were measured."""

import numpy as np


def load_places(training=256, validation=128):
    """Places between the walls at 0 and 1; the equation is in the model.

    Returns:
        The splits; inputs Float["b 1"] in 0 … 1; targets None.
    """
    random = np.random.default_rng(0)
    places = random.random((training + validation, 1)).astype("float32")
    return {"train": (places[:training], None), "validation": (places[training:], None)}


def load_forces(training=1000, validation=300):
    """Forces on a particle in two wells, E = (x² - 1)² + y² + x y / 2, with a little noise.

    Returns:
        The splits; inputs Float["b 2"], the place, in -1.5 … 1.5; targets Float["b 2"], -dE/dx and -dE/dy, divided by
        their standard deviation over the training samples.
    """
    random = np.random.default_rng(0)
    place = random.uniform(-1.5, 1.5, (training + validation, 2))
    x, y = place.T
    force = -np.stack([4 * x * (x**2 - 1) + y / 2, 2 * y + x / 2], -1)
    force = force / force[:training].std() + 0.02 * random.normal(size=force.shape)
    place, force = place.astype("float32"), force.astype("float32")
    return {"train": (place[:training], force[:training]), "validation": (place[training:], force[training:])}
