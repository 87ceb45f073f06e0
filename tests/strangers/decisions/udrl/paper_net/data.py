import numpy as np

SIDE = 5
MOVES = np.array([[-1, 0], [1, 0], [0, -1], [0, 1]])


def load_mine(episodes, length, segments, horizon, seed):
    """A random player's episodes, relabelled: which action was taken, given what was got for it.

    Args:
        episodes: of all splits; 70 % are learnt from, 15 % each validate and test.
        length: steps of an episode.
        segments: drawn of each episode.
        horizon: steps of a segment, at most.
        seed: of world and player.

    Returns:
        The splits, and of which episode each segment is.
    """
    rng = np.random.default_rng(seed)
    world = rng.choice([-1, 0, 1, 3], size=(SIDE, SIDE), p=[0.3, 0.3, 0.25, 0.15])
    states, commands, actions, episode = [], [], [], []
    for e in range(episodes):
        place = rng.integers(SIDE, size=2)
        places, taken, rewards = [], [], []
        for a in rng.integers(4, size=length):
            places.append(place[0] * SIDE + place[1])
            taken.append(a)
            place = np.clip(place + MOVES[a], 0, SIDE - 1)
            rewards.append(world[tuple(place)])
        for _ in range(segments):
            h = rng.integers(1, horizon + 1)
            t = rng.integers(length - h + 1)
            states.append(np.eye(SIDE * SIDE)[places[t]])
            commands.append([sum(rewards[t : t + h]), h])
            actions.append(taken[t])
            episode.append(e)
    inputs = {"state": np.array(states, "float32"), "command": np.array(commands, "float32")}
    actions, episode = np.array(actions, "int32"), np.array(episode)
    share = episode / episodes
    of = {"train": share < 0.7, "validation": (share >= 0.7) & (share < 0.85), "test": share >= 0.85}
    splits = {k: ({n: x[m] for n, x in inputs.items()}, actions[m]) for k, m in of.items()}
    return {**splits, "groups": {k: episode[m] for k, m in of.items()}}
