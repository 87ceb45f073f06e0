import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import Ridge


def policy(scores, floor):
    """What the logging policy plays, (n, actions): a softmax of its scores, with a share of chance."""
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    return (1 - floor) * chances + floor / scores.shape[1]


def of_taken(table, actions):
    """The entry of each row's action."""
    return table[np.arange(len(table)), actions]


def reward_model(inputs, actions, rewards, count):
    """A ridge regression of the reward for each action, on the logged ones of it; predicts (n, actions)."""
    fits = [Ridge(alpha=10.0).fit(inputs[actions == a], rewards[actions == a]) for a in range(count)]
    return lambda x: np.stack([fit.predict(x) for fit in fits], axis=1)


def load_mine(seed, sharpness, floor):
    rng = np.random.default_rng(seed)
    images, labels = load_digits(return_X_y=True)
    order = rng.permutation(len(images))
    images, labels = (images[order] / 16).astype("float32"), labels[order]
    scores = sharpness * images @ rng.normal(size=(64, 10)) / 4  # prefers actions for no good reason
    chances = policy(scores, floor)
    actions = np.array([rng.choice(10, p=p) for p in chances])
    rewards = (actions == labels).astype(float)
    cut = {"train": slice(0, 1197), "validation": slice(1197, 1497), "test": slice(1497, None)}
    train = cut["train"]
    modelled = reward_model(images[train], actions[train], rewards[train], 10)(images)
    columns = [actions, rewards, of_taken(chances, actions), labels]
    logged = np.column_stack([*columns, modelled]).astype("float32")
    return {split: (images[part], logged[part]) for split, part in cut.items()}
