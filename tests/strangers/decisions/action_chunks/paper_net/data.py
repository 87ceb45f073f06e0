import numpy as np

CHUNK = 5


def chunks(actions, length):
    """The next `length` actions of each time, filled with zeros behind the end; 1 where there is one."""
    steps = len(actions)
    future = np.arange(steps)[:, None] + np.arange(length)
    there = (future < steps).astype(float)
    return actions[np.minimum(future, steps - 1)] * there[..., None], there


def demonstration(rng):
    """A hand is led around an obstacle to a goal: what is seen of each time, and its velocities."""
    hand, goal = np.array([-1.0, rng.uniform(-1, 1)]), np.array([1.0, rng.uniform(-1, 1)])
    obstacle = np.array([rng.uniform(-0.3, 0.3), rng.uniform(-0.7, 0.7)])
    seen, actions = [], []
    while np.linalg.norm(goal - hand) > 0.15 and len(actions) < 40:
        away = hand - obstacle
        distance = np.linalg.norm(away)
        side = np.array([-away[1], away[0]]) * np.sign(away[0] * (goal - obstacle)[1] - away[1] * (goal - obstacle)[0])
        wish = (goal - hand) / np.linalg.norm(goal - hand) + 1.5 * np.exp(-4 * distance) * (away - side) / distance
        action = 0.1 * wish + rng.normal(0, 0.01, 2)
        seen.append(np.concatenate([hand, goal, obstacle]))
        actions.append(10 * action)
        hand = hand + action
    return np.array(seen), np.array(actions)


def load_mine(train, held_out, seed):
    rng = np.random.default_rng(seed)
    rows = []
    for number in range(train + 2 * held_out):
        seen, actions = demonstration(rng)
        future, there = chunks(actions, CHUNK)
        target = np.concatenate([future, there[..., None]], axis=-1)  # (t, chunk, 3): velocity, there
        rows.append((seen, target, np.full(len(seen), number)))
    seen, target, numbers = map(np.concatenate, zip(*rows, strict=False))
    cuts = np.array([train, train + held_out])
    parts = np.split(np.arange(train + 2 * held_out), cuts)  # numbers of demonstrations
    splits, groups = {}, {}
    for split, part in zip(("train", "validation", "test"), parts, strict=False):
        chosen = np.flatnonzero(np.isin(numbers, part))
        splits[split] = (seen[chosen].astype("float32"), target[chosen].astype("float32"))
        groups[split] = numbers[chosen]
    return splits | {"groups": groups}
