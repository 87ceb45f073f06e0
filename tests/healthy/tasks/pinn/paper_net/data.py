"""YOURS. What is learnt from: an equation. Its right-hand side at collocation points is all that is given."""

import numpy as np


def load_oscillator(points, held_out, end):
    """A damped oscillator that is pushed with f(t) = 2 cos 3t.

    Args:
        points: collocation points to train on, spread evenly over the interval and jittered.
        held_out: points for validation and for the test, drawn anew.
        end: of the interval, which starts at 0.

    Returns:
        The splits; inputs Float["b 1"], the times; targets Float["b 1"], f there. No solution is given.
    """
    generator = np.random.default_rng(1711)
    spread = (np.arange(points) + generator.random(points)) / points * end
    times = {
        "train": generator.permutation(spread),
        "validation": generator.uniform(0, end, held_out),
        "test": generator.uniform(0, end, held_out),
    }
    return {
        split: (t[:, None].astype("float32"), (2 * np.cos(3 * t))[:, None].astype("float32"))
        for split, t in times.items()
    }
