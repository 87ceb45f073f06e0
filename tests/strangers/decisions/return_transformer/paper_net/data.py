import numpy as np

LENGTH, CELLS, ACTIONS = 8, 5, 3


def returns_to_go(rewards):
    """R_t = r_t + r_t+1 + … + r_T."""
    return np.cumsum(rewards[::-1])[::-1]


def walk(rng):
    """Treasures lie at one end of a corridor; who walks there is skilled to a degree of his own."""
    skill = rng.uniform(0, 1)
    states, actions, rewards = np.zeros((LENGTH, 2 * CELLS), "float32"), np.zeros(LENGTH, "int32"), np.zeros(LENGTH)
    cell, treasure = rng.integers(CELLS), rng.integers(CELLS)
    for t in range(LENGTH):
        states[t, cell] = states[t, CELLS + treasure] = 1
        right = int(np.sign(treasure - cell)) + 1
        actions[t] = right if rng.random() < skill else rng.choice([a for a in range(ACTIONS) if a != right])
        cell = int(np.clip(cell + actions[t] - 1, 0, CELLS - 1))
        rewards[t] = cell == treasure
        if cell == treasure:
            treasure = rng.integers(CELLS)
    return returns_to_go(rewards) / LENGTH, states, actions


def load_mine(train, held_out, seed):
    rng = np.random.default_rng(seed)
    splits = {}
    for split, number in {"train": train, "validation": held_out, "test": held_out}.items():
        returns, states, actions = map(np.stack, zip(*(walk(rng) for _ in range(number)), strict=False))
        inputs = {"returns": returns[..., None].astype("float32"), "states": states, "actions": actions}
        splits[split] = (inputs, actions)
    return splits
