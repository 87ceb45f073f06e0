"""YOURS. What is learnt from: transitions of a cart on a hill, driven at random; its value is not known."""

import numpy as np

ACTIONS = np.array([-1.0, 0.0, 1.0])  # push left, roll, push right
TARGET = 0.5  # where the cart is to be held


def load_transitions(train, validation, test, length=20):
    """Episodes of random pushes, cut into transitions; an episode is in one split only.

    Args:
        train: episodes to learn from.
        validation: episodes held out.
        test: episodes held out.
        length: transitions of an episode.

    Returns:
        The splits and `groups`, the episode of each transition; inputs {state: Float["b 2"], action: Int["b"] in 0 … 2,
        next_state: Float["b 2"]}, states as position and speed; targets Float["b 1"], the reward.
    """
    generator = np.random.default_rng(1312)
    splits, groups, first = {}, {}, 0
    for split, episodes in {"train": train, "validation": validation, "test": test}.items():
        splits[split] = driven(episodes, length, generator)
        groups[split] = first + np.tile(np.arange(episodes), length)
        first += episodes
    return {**splits, "groups": groups}


def driven(episodes, length, generator):
    states, actions, nexts, rewards = [], [], [], []
    state = generator.uniform(-1, 1, size=(episodes, 2))
    for _ in range(length):
        action = generator.integers(len(ACTIONS), size=episodes)
        following = moved(state, ACTIONS[action])
        states.append(state)
        actions.append(action)
        nexts.append(following)
        rewards.append(earned(following))
        state = following
    inputs = {
        "state": np.concatenate(states).astype("float32"),
        "action": np.concatenate(actions).astype("int32"),
        "next_state": np.concatenate(nexts).astype("float32"),
    }
    return inputs, np.concatenate(rewards).astype("float32")[:, None]


def moved(state, push):
    """One step of 0.2: the push against friction and a weak spring; without noise."""
    position, speed = state[:, 0], state[:, 1]
    speed = speed + 0.2 * (push - 0.5 * speed - 0.5 * position)
    return np.stack([position + 0.2 * speed, speed], axis=1)


def earned(state):
    """Up to 1, the closer to the target the more."""
    return np.exp(-4 * (state[:, 0] - TARGET) ** 2 - 0.5 * state[:, 1] ** 2)
