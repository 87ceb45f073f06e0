import numpy as np


def load_mine(samples, seed):
    """A pulse whose delay is the distance, fainter from afar, in noise; distances are told with heavy-tailed errors."""
    random = np.random.default_rng(seed)
    metres = random.uniform(0.4, 4.0, samples)
    time = np.arange(64)
    behind = time - 14 * metres[:, None]
    pulse = np.exp(-((behind / 2) ** 2) / 2) * np.cos(1.5 * behind)
    echo = pulse / metres[:, None] + 0.08 * random.standard_normal((samples, 64))
    told = metres + 0.06 * random.standard_t(2, samples)
    x, y = echo[:, :, None].astype("float32"), told[:, None].astype("float32")
    cut = [int(0.7 * samples), int(0.85 * samples)]
    return dict(
        zip(["train", "validation", "test"], zip(np.split(x, cut), np.split(y, cut), strict=False), strict=False)
    )
