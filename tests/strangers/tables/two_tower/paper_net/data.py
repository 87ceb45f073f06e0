import numpy as np


def load_mine(clicks, items, latent, seed):
    """Who clicked what: few items are shown often, and of what is shown, the taste of a user decides.

    Args:
        clicks: of all splits.
        items: how many.
        latent: numbers of a taste.
        seed: of what is drawn.

    Returns:
        The splits, each (users (n, latent + 2), the item clicked (n)).
    """
    draw = np.random.default_rng(seed)
    shown = -0.7 * np.log(1 + draw.permutation(items))  # few are shown often
    style = draw.normal(size=(items, latent))
    taste = draw.normal(size=(clicks, latent))
    scores = shown + 1.5 * taste @ style.T / np.sqrt(latent)
    clicked = np.argmax(scores + draw.gumbel(size=scores.shape) * 0.5, axis=1).astype("int32")
    seen = taste @ draw.normal(size=(latent, latent + 2)) + 0.1 * draw.normal(size=(clicks, latent + 2))
    users = seen.astype("float32")
    one, two = int(0.7 * clicks), int(0.85 * clicks)
    users = (users - users[:one].mean(axis=0)) / users[:one].std(axis=0)
    return {
        "train": (users[:one], clicked[:one]),
        "validation": (users[one:two], clicked[one:two]),
        "test": (users[two:], clicked[two:]),
    }
