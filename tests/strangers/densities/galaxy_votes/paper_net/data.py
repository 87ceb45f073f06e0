import numpy as np

ROWS, COLUMNS = np.mgrid[-1:1:16j, -1:1:16j]


def galaxy(arms, tilt, size, rng):
    """16 x 16 pixels: a disk with arms, seen from a tilt of 0 (face on) to 1 (edge on), turned at random, with noise."""
    turn = rng.uniform(0, 2 * np.pi)
    u = np.cos(turn) * COLUMNS + np.sin(turn) * ROWS
    v = (np.cos(turn) * ROWS - np.sin(turn) * COLUMNS) / (1 - 0.85 * tilt)
    radius, angle = np.hypot(u, v), np.arctan2(v, u)
    light = np.exp(-radius / size) * (1 + arms * np.cos(2 * angle - 7 * radius))
    return light / light.max() + 0.08 * rng.normal(size=light.shape)


def load_mine(galaxies, seed):
    """Volunteers answer as the galaxy looks, each a little differently: their counts scatter more than a multinomial's."""
    rng = np.random.default_rng(seed)

    def split(size):
        arms, tilt = rng.uniform(0, 1, size), rng.beta(0.8, 1.2, size)
        images = np.stack(
            [galaxy(a, t, s, rng) for a, t, s in zip(arms, tilt, rng.uniform(0.25, 0.5, size), strict=True)]
        )
        logits = np.stack([1 - 2 * arms, 4 * arms - 2, 8 * tilt - 5], axis=-1)
        shares = np.exp(logits) / np.exp(logits).sum(axis=-1, keepdims=True)
        votes = [rng.multinomial(rng.integers(5, 31), rng.dirichlet(12 * p)) for p in shares]
        return images[..., None].astype("float32"), np.array(votes, "float32")

    return {"train": split(galaxies), "validation": split(400), "test": split(400)}
