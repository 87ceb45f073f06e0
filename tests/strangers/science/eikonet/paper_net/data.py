import numpy as np


def load_mine(seed, surface, gradient, train, held_out):
    """Pairs of a source and a receiver in a box, with the velocity at the receiver and the true travel time's factor."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, size in {"train": train, "validation": held_out, "test": held_out}.items():
        pairs = rng.uniform(0, 1, (size, 4)).astype("float32")  # x, z of the source, x, z of the receiver
        factor = travel_factor(pairs, surface, gradient)
        splits[split] = ({"pair": pairs, "velocity": velocity(pairs[:, 2:], surface, gradient)}, factor)
    return splits


def velocity(places, surface, gradient):
    """The speed of the wave at places (x, z), which grows with depth."""
    return (surface + gradient * places[:, 1:]).astype("float32")


def travel_factor(pairs, surface, gradient):
    """Travel time over distance, in closed form for a velocity that is linear in depth (Slotnick 1959)."""
    source, receiver = pairs[:, :2], pairs[:, 2:]
    distance = np.linalg.norm(receiver - source, axis=1, keepdims=True)
    speeds = velocity(source, surface, gradient) * velocity(receiver, surface, gradient)
    time = np.arccosh(1 + (gradient * distance) ** 2 / (2 * speeds)) / gradient
    return (time / distance).astype("float32")
