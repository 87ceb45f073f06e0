import numpy as np

STEP = 0.1


def observed(angle, speed, torque):
    """What the network sees of a state and an action."""
    return np.stack([np.cos(angle), np.sin(angle), speed / 4, torque / 2], axis=-1)


def episodes(rng, number, length):
    """A pendulum that random torques push: what is seen, and how angle and speed change, (number, length, …)."""
    angle, speed = rng.uniform(-np.pi, np.pi, number), rng.normal(size=number)
    seen, changes = [], []
    for _ in range(length):
        torque = rng.uniform(-2, 2, number)
        seen.append(observed(angle, speed, torque))
        turn = STEP * speed + rng.normal(0, 0.02, number)
        push = STEP * (5 * np.sin(angle) - 0.5 * speed + 2 * torque) + rng.normal(size=number) * (
            0.05 + 0.1 * np.abs(torque)
        )
        changes.append(np.stack([turn, push], axis=-1))
        angle, speed = angle + turn, speed + push
    return np.stack(seen, axis=1), np.stack(changes, axis=1)


def load_mine(train, held_out, length, seed):
    rng = np.random.default_rng(seed)
    splits, groups = {}, {}
    scale, before = None, 0
    for split, number in {"train": train, "validation": held_out, "test": held_out}.items():
        seen, changes = episodes(rng, number, length)
        scale = changes.std(axis=(0, 1)) if scale is None else scale  # of the training split
        splits[split] = (seen.reshape(-1, 4).astype("float32"), (changes / scale).reshape(-1, 2).astype("float32"))
        groups[split] = before + np.repeat(np.arange(number), length)
        before += number
    return splits | {"groups": groups}
