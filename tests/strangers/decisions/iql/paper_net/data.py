import numpy as np

MAZE = ["........", ".##.###.", ".#....#.", ".#.##.#.", "...#....", ".#.#.##.", ".#....#X", "...##..G"]
MOVES = [(-1, 0), (1, 0), (0, -1), (0, 1)]


def step(state, action):
    """One move in the maze: the next state, the reward, and whether the episode ends."""
    row, column = state[0] + MOVES[action][0], state[1] + MOVES[action][1]
    if not (0 <= row < len(MAZE) and 0 <= column < len(MAZE[0])) or MAZE[row][column] == "#":
        row, column = state
    place = MAZE[row][column]
    return (row, column), {"G": 1.0, "X": -1.0}.get(place, 0.0), place in "GX"


def optimal(states, discount):
    """The optimal value of each state, by value iteration: only the metric reads it."""
    value = dict.fromkeys(states, 0.0)

    def backup(state, action):
        new, reward, done = step(state, action)
        return reward + (0 if done else discount * value[new])

    for _ in range(60):
        value = {state: max(backup(state, action) for action in range(4)) for state in states}
    return value, {state: int(np.argmax([backup(state, a) for a in range(4)])) for state in states}


def load_mine(episodes, discount, skill, seed):
    """Transitions of a behaviour policy that takes the best move with probability `skill`, else any.

    Args:
        episodes: of training, validation and test.
        discount: of the optimal value.
        skill: of the behaviour policy.
        seed: of what is drawn.

    Returns:
        The splits, each (transitions, the optimal value of their states (n, 1)), and the groups: the episode.
    """
    draw = np.random.default_rng(seed)
    size = len(MAZE)
    states = [(i, j) for i in range(size) for j in range(size) if MAZE[i][j] == "."]
    value, best = optimal(states, discount)

    def code(places):
        rows, columns = np.array(places).T
        return np.concatenate([np.eye(size)[rows], np.eye(size)[columns]], axis=1).astype("float32")

    splits, groups, named = {}, {}, 0
    for split, number in zip(["train", "validation", "test"], episodes, strict=False):
        rows = []
        for _ in range(number):
            state, done, named = states[draw.integers(len(states))], False, named + 1
            for _ in range(30):
                action = best[state] if draw.random() < skill else int(draw.integers(4))
                new, reward, done = step(state, action)
                rows.append((state, action, reward, new, done, named))
                state = new
                if done:
                    break
        old, action, reward, new, done, episode = zip(*rows, strict=False)
        inputs = {
            "state": code(old),
            "action": np.eye(4, dtype="float32")[list(action)],
            "reward": np.array(reward, "float32")[:, None],
            "next": code(new),
            "done": np.array(done, "float32")[:, None],
        }
        splits[split] = inputs, np.array([value[state] for state in old], "float32")[:, None]
        groups[split] = np.array(episode)
    return {**splits, "groups": groups}
