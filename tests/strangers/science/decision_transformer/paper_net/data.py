"""YOURS. What is learnt from."""

import numpy as np

MOVES = np.array([[1, 0], [-1, 0], [0, 1], [0, -1]])


def load_mine(train, held_out, steps, size, seed):
    """Episodes of `steps` moves; the reward of each is minus the distance to the goal after it, a tenth a field.

    A walker goes towards the goal with a probability of its own, uniform in 0 … 1, and anywhere otherwise.
    """
    rng = np.random.default_rng(seed)

    def episodes(n):
        place, goal = rng.integers(0, size, (2, n, 2))
        skill = rng.uniform(0, 1, n)
        states, actions, rewards = [], [], []
        for _ in range(steps):
            states.append(np.concatenate([place, goal], axis=1) / (size - 1) * 2 - 1)
            gap = goal - place
            along = np.argmax(np.abs(gap), axis=1)  # the longer way first
            best = 2 * along + (np.take_along_axis(gap, along[:, None], 1)[:, 0] < 0)
            action = np.where(rng.uniform(size=n) < skill, best, rng.integers(0, 4, n))
            place = np.clip(place + MOVES[action], 0, size - 1)
            actions.append(action)
            rewards.append(-np.abs(goal - place).sum(axis=1) / 10)
        rewards = np.stack(rewards, axis=1)  # (n, t)
        to_go = np.cumsum(rewards[:, ::-1], axis=1)[:, ::-1]
        actions = np.stack(actions, axis=1).astype("int32")
        inputs = {
            "returns": to_go[..., None].astype("float32"),
            "states": np.stack(states, axis=1).astype("float32"),
            "actions": actions,
        }
        return inputs, actions

    return {"train": episodes(train), "validation": episodes(held_out), "test": episodes(held_out)}
