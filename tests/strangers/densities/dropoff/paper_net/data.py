import numpy as np

HUBS = np.array([[0.2, 0.3], [0.5, 0.8], [0.8, 0.4]])  # where people work


def load_mine(riders, rides, side, seed):
    """A rider goes from home to work in the morning, back in the evening, and anywhere near at the weekend."""
    rng = np.random.default_rng(seed)
    home = rng.uniform(0.03, 0.97, (riders, 2))
    nearest = np.argsort(((home[:, None] - HUBS) ** 2).sum(-1), axis=1)
    rank = rng.choice(3, riders, p=[0.9, 0.08, 0.02])
    work = HUBS[nearest[np.arange(riders), rank]] + rng.normal(0, 0.05, (riders, 2))

    rider = np.repeat(np.arange(riders), rides)
    hour = np.where(rng.uniform(size=len(rider)) < 0.5, 8, 17) + rng.normal(0, 1.5, len(rider))
    weekend = rng.uniform(size=len(rider)) < 0.2
    morning = (hour < 12.5)[:, None]
    start = np.where(morning, home[rider], work[rider])
    end = np.where(morning, work[rider], home[rider])
    end = np.where(weekend[:, None], start + rng.normal(0, 0.15, start.shape), end)
    start = start + rng.normal(0, 0.015, start.shape)
    end = end + rng.normal(0, 0.015, end.shape)

    row, column = np.clip((end * side).astype(int), 0, side - 1).T
    angle = 2 * np.pi * hour / 24
    x = np.column_stack([2 * start - 1, np.sin(angle), np.cos(angle), weekend]).astype("float32")
    y = (side * row + column).astype("int32")

    place = rng.permutation(riders)[rider] / riders  # of each ride's rider, in a random order
    chosen = {"train": place < 0.7, "validation": (place >= 0.7) & (place < 0.85), "test": place >= 0.85}
    splits = {name: (x[i], y[i]) for name, i in chosen.items()}
    return {**splits, "groups": {name: rider[i] for name, i in chosen.items()}}
