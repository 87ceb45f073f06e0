import numpy as np


def reward(context):
    """What an action brings on average: sin(4 x) + x, a bump between two seasons."""
    return np.sin(4 * context) + context


def for_each_member(rewards, noise):
    """Each member learns from rewards with a noise of its own: y_i + e_ik. Osband et al. 2018, algorithm 1."""
    return rewards[:, None] + noise  # (n, members)


def load_mine(seed, train, held_out, members, noise):
    """Contexts on both sides of a gap nobody has visited; the test lies in the gap, to ask what is not known."""
    rng = np.random.default_rng(seed)

    def split(n, low, high):
        context = rng.uniform(low, high, n) * rng.choice([-1, 1], n)
        seen = reward(context) + noise * rng.normal(size=n)
        targets = for_each_member(seen, noise * rng.normal(size=(n, members)))
        return context[:, None].astype("float32"), targets.astype("float32")

    return {"train": split(train, 0.7, 1.5), "validation": split(held_out, 0.7, 1.5), "test": split(held_out, 0.0, 0.3)}
