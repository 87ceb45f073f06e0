import numpy as np


def load_mine(train, held_out, noise, seed):
    """Velocities of particles in a plane, incompressible flow of some vortices; those to learn from are noisy.

    Args:
        train: particles of the training split.
        held_out: of the validation split, as noisy; twice as many, of the true flow, are the test.
        noise: of a component of the velocity, whose own deviation is about 1.
        seed: of what is drawn.
    """
    draw = np.random.default_rng(seed)
    centre, strength = draw.uniform(-0.8, 0.8, (8, 2)), draw.choice([-1, 1], 8) * draw.uniform(0.5, 1.5, 8)
    size = draw.uniform(0.25, 0.4, 8)

    def particles(number, noise):
        place = draw.uniform(-1, 1, (number, 2))
        away = place[:, None] - centre  # (n, vortices, 2)
        spin = strength / size * np.exp(0.5 - 0.5 * (away**2).sum(-1) / size**2)
        velocity = (spin[..., None] * np.stack([-away[..., 1], away[..., 0]], -1)).sum(1)
        velocity = velocity + noise * draw.normal(size=velocity.shape)
        return place.astype("float32"), velocity.astype("float32")

    return {
        "train": particles(train, noise),
        "validation": particles(held_out, noise),
        "test": particles(2 * held_out, 0),
    }
