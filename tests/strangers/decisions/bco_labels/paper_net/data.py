import numpy as np

MOVES = np.array([[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]]) * 0.1  # stay, east, west, north, south
GOAL = np.array([0.5, 0.5])


def next_place(place, move):
    """A step of the move, turned a quarter to the left (east to north) west of the middle, where a current runs."""
    turned = np.stack([-move[..., 1], move[..., 0]], axis=-1)
    return place + np.where(place[..., :1] < 0, turned, move)


def expert(place):
    """The move that ends nearest to the goal; the first of several."""
    ends = next_place(place[:, None], np.broadcast_to(MOVES, (len(place), *MOVES.shape)))  # (n, 5, 2)
    return np.argmin(np.sum((ends - GOAL) ** 2, axis=-1), axis=-1)


def recorded(actions, by_expert):
    """The actions that were recorded: the expert was only watched, so his are unknown, -1."""
    return np.where(by_expert > 0, -1, actions)


def load_mine(seed, walks, demonstrations, held_out, length):
    """Steps of random walks, whose actions are recorded, and of an expert's ways to the goal, whose actions are not."""
    rng = np.random.default_rng(seed)

    def steps(episodes, by_expert):
        place, taken = rng.uniform(-1, 1, (episodes, 2)), []
        for _ in range(length):
            action = expert(place) if by_expert else rng.integers(0, len(MOVES), episodes)
            after = next_place(place, MOVES[action]) + 0.01 * rng.normal(size=(episodes, 2))
            taken.append((place, after, action, np.arange(episodes)))
            place = after
        return [np.concatenate(part) for part in zip(*taken, strict=True)]

    def samples(parts):
        place, after, action, watched = (np.concatenate(part) for part in zip(*parts, strict=True))
        inputs = {"place": place, "after": after, "watched": watched}
        return {name: value.astype("float32") for name, value in inputs.items()}, action.astype("int32")

    splits, groups, first = {}, {}, 0
    for split, of in {"train": (walks, demonstrations), "validation": (0, held_out), "test": (0, held_out)}.items():
        parts, episodes = [], []
        for number, by_expert in zip(of, (False, True), strict=True):
            place, after, action, episode = steps(number, by_expert)
            watched = np.full(len(place), by_expert)
            known = recorded(action, watched) if split == "train" else action
            parts.append((place, after, known, watched))
            episodes.append(first + episode)
            first += number
        splits[split], groups[split] = samples(parts), np.concatenate(episodes)
    return {**splits, "groups": groups}
