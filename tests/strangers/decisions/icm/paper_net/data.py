import numpy as np


def load_mine(rollouts, steps, size, slips, seed):
    """Transitions: what was seen before and after an action, and the action.

    Args:
        rollouts: of all splits: 2/3 to learn from, 1/6 each to validate and test.
        steps: of a rollout.
        size: cells a side.
        slips: share of the actions that are replaced by a random one, unseen.
        seed: of the draw.

    Returns:
        The splits, and the rollout of each transition.
    """
    rng = np.random.default_rng(seed)
    moves = np.array([[-1, 0], [1, 0], [0, -1], [0, 1]])
    place = rng.integers(size, size=(rollouts, 2))
    action = rng.integers(4, size=(rollouts, steps))
    done = np.where(rng.random(action.shape) < slips, rng.integers(4, size=action.shape), action)
    seen = np.zeros((rollouts, steps + 1, size, size, 2), "float32")
    seen[..., 1] = rng.random(seen.shape[:-1])  # flicker
    for t in range(steps + 1):
        seen[np.arange(rollouts), t, place[:, 0], place[:, 1], 0] = 1
        if t < steps:
            place = (place + moves[done[:, t]]) % size
    first, second = rollouts * 4 // 6, rollouts * 5 // 6
    splits, groups = {}, {}
    for name, part in {
        "train": slice(0, first),
        "validation": slice(first, second),
        "test": slice(second, None),
    }.items():
        act = action[part].reshape(-1).astype("int32")
        before, after = (s.reshape(-1, size, size, 2) for s in (seen[part, :-1], seen[part, 1:]))
        splits[name] = {"before": before, "after": after, "action": act}, act
        groups[name] = np.repeat(np.arange(rollouts)[part], steps)
    return {**splits, "groups": groups}
