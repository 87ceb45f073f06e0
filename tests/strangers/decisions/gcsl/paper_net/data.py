import numpy as np

MOVES = np.array([[-1, 0], [1, 0], [0, -1], [0, 1]])
SIDE = 9  # a wall stands in the middle column, with a door in the middle row


def load_mine(seed, trajectories=240, steps=40, pairs=60, longest=12):
    """Hindsight: each place that a walk has come to is taken for the goal of what was done before.

    Args:
        seed: of the drawing.
        trajectories: walks; an eighth of them is validated on, an eighth tested.
        steps: actions of a walk.
        pairs: of a step and a later place, drawn of each walk.
        longest: steps from one to the other, at most.

    Returns:
        The splits, and the `groups` that conf/data/mine.yaml names.
    """
    random = np.random.default_rng(seed)
    inputs, actions, walks = [], [], []
    for walk in range(trajectories):
        places, chosen = wander(random, steps)
        start = random.integers(0, steps, pairs)
        later = np.minimum(start + random.integers(1, longest + 1, pairs), steps)
        rows = [places[start] / (SIDE - 1), places[later] / (SIDE - 1), (later - start)[:, None] / longest]
        inputs.append(np.concatenate(rows, axis=1))
        actions.append(chosen[start])
        walks.append(np.full(pairs, walk))
    inputs, actions, walks = np.concatenate(inputs).astype("float32"), np.concatenate(actions), np.concatenate(walks)
    part = random.permutation(trajectories)[walks] * 8 // trajectories  # 0 … 7, by whole walks
    masks = {"train": part > 1, "validation": part == 0, "test": part == 1}
    splits = {name: (inputs[mask], actions[mask].astype("int32")) for name, mask in masks.items()}
    return {**splits, "groups": {name: walks[mask] for name, mask in masks.items()}}


def wander(random, steps):
    """A walk's places (steps + 1, 2), and its actions (steps): mostly the same as the one before."""
    place, action, places, chosen = random.integers(0, [SIDE, SIDE // 2]), random.integers(4), [], []
    for _ in range(steps):
        if random.random() > 0.7:
            action = random.integers(4)
        places.append(place)
        chosen.append(action)
        new = place + MOVES[action]
        blocked = new.min() < 0 or new.max() >= SIDE or (new[1] == SIDE // 2 and new[0] != SIDE // 2)
        place = place if blocked else new
    return np.array([*places, place]), np.array(chosen)
