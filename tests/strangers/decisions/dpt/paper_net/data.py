import numpy as np


def load_mine(bandits, arms, pulls, noise, seed):
    """Bandits, each with pulls of random arms, and its best arm.

    Args:
        bandits: of all splits together; each has means of its own, uniform in 0 … 1.
        arms: of each bandit.
        pulls: of random arms, in their order.
        noise: standard deviation of a reward.
        seed: of the drawing.

    Returns:
        The splits, 70 / 15 / 15 %: {"arm": Int["b pulls"], "reward": Float["b pulls"]}, and the best arm, once a
        prefix: Int["b pulls"].
    """
    rng = np.random.default_rng(seed)
    means = rng.uniform(0, 1, (bandits, arms))
    arm = rng.integers(0, arms, (bandits, pulls))
    reward = np.take_along_axis(means, arm, axis=1) + rng.normal(0, noise, (bandits, pulls))
    best = np.repeat(means.argmax(axis=1)[:, None], pulls, axis=1)  # whatever was seen so far, it is the same
    arm, reward, best = arm.astype("int32"), reward.astype("float32"), best.astype("int32")
    a, b = int(0.7 * bandits), int(0.85 * bandits)
    parts = {"train": slice(a), "validation": slice(a, b), "test": slice(b, None)}
    return {name: ({"arm": arm[part], "reward": reward[part]}, best[part]) for name, part in parts.items()}
