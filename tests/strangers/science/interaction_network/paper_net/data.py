import numpy as np


def load_mine(states, bodies, seed):
    """States of a few charged bodies in a plane, and how their velocities change in the next moment.

    Args:
        states: how many of the train split; a quarter as many to validate, and to test.
        bodies: of a state.
        seed: of the draw.

    Returns:
        The splits, as conf/data/mine.yaml declares them; changes in units of the train split's deviation.
    """
    rng = np.random.default_rng(seed)
    parts = {"train": states, "validation": states // 4, "test": states // 4}
    drawn = {split: scene(rng, count, bodies) for split, count in parts.items()}
    unit = drawn["train"][1].std()
    return {split: (state, change / unit) for split, (state, change) in drawn.items()}


def scene(rng, count, bodies, moment=0.02, steps=5):
    x, y = rng.uniform(-1, 1, (2, count, bodies))
    vx, vy = rng.normal(0, 0.3, (2, count, bodies))
    charge = rng.choice([-1.0, 1.0], (count, bodies)) * rng.uniform(0.5, 1, (count, bodies))
    mass = rng.uniform(1, 3, (count, bodies))
    state = np.stack([x, y, vx, vy, charge, mass], axis=1)  # (count, 6, bodies)
    place, velocity = np.stack([x, y], -1), np.stack([vx, vy], -1)  # (count, bodies, 2)
    before = velocity.copy()
    for _ in range(steps):
        apart = place[:, :, None] - place[:, None]  # (count, bodies, bodies, 2)
        distance = np.sqrt((apart**2).sum(-1) + 0.1)
        force = (charge[:, :, None] * charge[:, None] / distance**3)[..., None] * apart
        velocity = velocity + moment * (force.sum(2) / mass[..., None] - 0.5 * velocity)
        place = place + moment * velocity
    state = state.transpose(0, 2, 1)  # (count, bodies, 6)
    return state.astype("float32"), (velocity - before).astype("float32")
