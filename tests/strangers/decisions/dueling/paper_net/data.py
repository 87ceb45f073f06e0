import numpy as np

SIDE = 7
STEPS = np.array([[-1, 0], [1, 0], [0, -1], [0, 1], [0, 0]])  # up, down, left, right, stay; all others stay too


def load_mine(idle, discount, seed):
    """Transitions of every place and action, three of each, and the true values by value iteration.

    The corner at the end gives 10 and ends the episode; a bump into a wall costs 1. Rewards are noisy.
    """
    draw = np.random.default_rng(seed)
    steps = np.concatenate([STEPS, np.zeros((idle, 2), int)])
    places = np.stack(np.divmod(np.arange(SIDE * SIDE), SIDE), axis=-1)  # (s, 2)
    wanted = places[:, None] + steps  # (s, a, 2)
    after = np.clip(wanted, 0, SIDE - 1)
    ended = (after == SIDE - 1).all(axis=-1)  # (s, a)
    reward = 10.0 * ended - (after != wanted).any(axis=-1)
    after = after[..., 0] * SIDE + after[..., 1]
    q = np.zeros(reward.shape)
    for _ in range(200):
        q = reward + discount * ~ended * q.max(axis=1)[after]

    seen = np.concatenate([np.eye(SIDE)[places[:, 0]], np.eye(SIDE)[places[:, 1]]], axis=1).astype("float32")
    pairs = draw.permutation((SIDE * SIDE - 1) * len(steps))  # none begins at the end, the last place

    def split(pairs):
        state, action = np.divmod(np.tile(pairs, 3), len(steps))
        noisy = reward[state, action] + draw.normal(0, 0.1, len(state))
        told = np.stack([action, noisy, ended[state, action]], axis=1)
        return seen[state], np.concatenate([told, seen[after[state, action]], q[state]], axis=1).astype("float32")

    train, validation, test = np.split(pairs, [int(0.8 * len(pairs)), int(0.9 * len(pairs))])
    return {"train": split(train), "validation": split(validation), "test": split(test)}
