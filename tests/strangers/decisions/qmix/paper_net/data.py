import numpy as np


def load_mine(plays, agents, actions, observed, noise, seed):
    """Plays of a cooperative game of one step: what each agent saw and did, the state, and the reward of all.

    The reward grows with each agent's utility of its action; how much, the state says.

    Args:
        plays: of all splits together; actions are drawn at random.
        agents: that act at once.
        actions: of each agent.
        observed: numbers that an agent sees; the state has as many.
        noise: standard deviation of the reward's.
        seed: of the drawing.

    Returns:
        The splits, 70 / 15 / 15 %: {"observations": Float["b agents observed"], "state": Float["b observed"],
        "actions": Int["b agents"]}, the reward Float["b 1"].
    """
    rng = np.random.default_rng(seed)
    observations = rng.normal(size=(plays, agents, observed))
    state = rng.normal(size=(plays, observed))
    did = rng.integers(0, actions, (plays, agents))
    first, second = rng.normal(size=(observed, 12)) / 2, rng.normal(size=(12, actions))
    utility = np.tanh(observations @ first) @ second / 2  # (b, agents, actions)
    utility = np.take_along_axis(utility, did[..., None], axis=-1)[..., 0]  # (b, agents)
    weight = np.exp(0.7 * state @ rng.normal(size=(observed, agents)) / 2)  # (b, agents)
    reward = (weight * np.tanh(utility)).sum(axis=-1) + state[:, 0] + rng.normal(0, noise, plays)
    x = {
        "observations": observations.astype("float32"),
        "state": state.astype("float32"),
        "actions": did.astype("int32"),
    }
    y = reward.astype("float32")[:, None]
    a, b = int(0.7 * plays), int(0.85 * plays)
    parts = {"train": slice(a), "validation": slice(a, b), "test": slice(b, None)}
    return {name: ({key: values[part] for key, values in x.items()}, y[part]) for name, part in parts.items()}
