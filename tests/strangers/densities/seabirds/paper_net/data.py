import numpy as np


def load_mine(birds, tracks, held_out, seed):
    """Which way a seabird flies on, from the wind, the hour and the measures of the bird.

    Args:
        birds: of all splits.
        tracks: of each bird.
        held_out: birds of the validation, and as many of the test.
        seed: not the run's, each of which learns from the same.

    Returns:
        The splits; inputs (n, 8): wind (2), hour (2), mass, wing, bill and tarsus of the bird; headings (n, 1) in
        radians; and the bird of each track.
    """
    rng = np.random.default_rng(seed)
    bird = np.repeat(np.arange(birds), tracks)
    measures = rng.normal(size=(birds, 4))  # mass, wing, bill, tarsus
    habit = rng.normal(0, 0.6, size=birds)  # each bird's own detour, which its measures do not tell
    wind = rng.normal(size=(len(bird), 2))
    hour = rng.uniform(0, 2 * np.pi, len(bird))
    home = np.stack([np.cos(0.5 * hour), np.sin(0.5 * hour)], axis=1)
    course = 1.5 * home + wind
    sharpness = 4 * np.linalg.norm(course, axis=1)
    heading = np.arctan2(course[:, 1], course[:, 0]) + habit[bird] + rng.vonmises(0, sharpness)
    heading = (heading + np.pi) % (2 * np.pi) - np.pi
    x = np.column_stack([wind, np.cos(hour), np.sin(hour), measures[bird]]).astype("float32")
    y = heading[:, None].astype("float32")
    order = rng.permutation(birds)
    parts = {"train": order[2 * held_out :], "validation": order[:held_out], "test": order[held_out : 2 * held_out]}
    of = {name: np.flatnonzero(np.isin(bird, part)) for name, part in parts.items()}
    splits = {name: (x[at], y[at]) for name, at in of.items()}
    return {**splits, "groups": {name: bird[at] for name, at in of.items()}}
