import numpy as np


def load_mine(counts, dt, steps, seed):
    """Pairs of states of a pendulum, of one swing or of two; every pair has swings of its own."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, count in counts.items():
        one, another = (observed(rng, *started(rng, count), dt, steps) for _ in range(2))  # (n, 2, 2), at two times
        same = rng.integers(0, 2, count)
        pairs = paired(one, another, same)
        splits[split] = (pairs.astype("float32"), same[:, None].astype("int32"))
    return splits


def started(rng, count):
    """Angle and speed at the start, such that no pendulum goes over the top."""
    energy = rng.uniform(0.05, 1.8, count)
    speed = rng.uniform(0, 1, count) * np.sqrt(2 * energy)
    angle = np.arccos(1 - (energy - speed**2 / 2))
    return angle * rng.choice([-1, 1], count), speed * rng.choice([-1, 1], count)


def observed(rng, angle, speed, dt, steps):
    """States (angle, speed) at two random times of each swing, by leapfrog: (n, 2, 2)."""
    times = rng.integers(0, steps, (len(angle), 2))
    states = np.empty((len(angle), 2, 2))
    for step in range(steps):
        states = np.where((times == step)[:, :, None], np.stack([angle, speed], axis=-1)[:, None], states)
        angle, speed = leapfrog(angle, speed, dt)
    return states


def leapfrog(angle, speed, dt):
    """Half a kick, a drift, half a kick; acceleration is -sin(angle)."""
    speed = speed - dt / 2 * np.sin(angle)
    angle = angle + dt * speed
    return angle, speed - dt / 2 * np.sin(angle)


def paired(one, another, same):
    """The first state of the one swing beside the second of the same, or of another."""
    second = np.where(np.asarray(same)[:, None] == 1, one[:, 1], another[:, 1])
    return np.stack([one[:, 0], second], axis=1)
