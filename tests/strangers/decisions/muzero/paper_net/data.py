import numpy as np

SIDE = 6
STEPS = np.array([[-1, 0], [1, 0], [0, -1], [0, 1]])  # up, down, left, right


def moved(place, action):
    """Where a step leads; a wall holds."""
    return np.clip(np.asarray(place) + STEPS[action], 0, SIDE - 1)


def value_of(place, goal, discount):
    """What the best walk from here is worth: the reward 1 on arrival, discounted; 0 at the goal itself."""
    distance = np.abs(np.asarray(place) - goal).sum()
    return discount ** (distance - 1.0) if distance else 0.0


def policy_of(place, goal):
    """Equal shares of the actions that lead closer; at the goal of all."""
    closer = [np.abs(moved(place, action) - goal).sum() < np.abs(place - goal).sum() for action in range(4)]
    return np.array(closer) / sum(closer) if any(closer) else np.full(4, 0.25)


def load_mine(episodes, unroll, discount, seed):
    """Episodes of a walker that takes a best step in half of the cases and any step else; one sample a place.

    Behind the goal an episode goes on without rewards: the walker stays there.
    """
    draw = np.random.default_rng(seed)

    def episode():
        goal, place = draw.integers(0, SIDE, (2, 2))
        places, actions, rewards = [place], [], []
        while len(actions) < 12:
            policy = policy_of(place, goal)
            action = draw.choice(4, p=0.5 * policy + 0.125)
            arrived = (place == goal).all()
            after = place if arrived else moved(place, action)
            rewards.append(float(not arrived and (after == goal).all()))
            places, actions, place = [*places, after], [*actions, action], after
        for t in range(len(actions) - unroll + 1):
            if (places[t] == goal).all():
                return
            observation = np.zeros((SIDE, SIDE, 2), "float32")
            observation[(*places[t], 0)] = observation[(*goal, 1)] = 1
            seen = places[t : t + unroll + 1]
            policy = np.array([policy_of(at, goal) for at in seen], "float32")
            value = np.array([value_of(at, goal, discount) for at in seen], "float32")
            reward = np.array(rewards[t : t + unroll], "float32")
            yield observation, np.array(actions[t : t + unroll], "int32"), policy, value, reward

    splits, groups, number = {}, {}, 0
    for split, count in {"train": episodes, "validation": episodes // 4, "test": episodes // 4}.items():
        rows = []
        for _ in range(count):
            rows += [(*row, number) for row in episode()]
            number += 1
        observation, actions, policy, value, reward, groups[split] = (
            np.stack(column) for column in zip(*rows, strict=False)
        )
        inputs = {"observation": observation, "actions": actions}
        splits[split] = inputs, {"policy": policy, "value": value, "reward": reward}
    return {**splits, "groups": groups}
