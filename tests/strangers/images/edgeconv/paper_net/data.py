import numpy as np


def load_mine(points, train, held_out, seed):
    """Points on five surfaces: sphere, box, cylinder, cone, torus; turned about the vertical, stretched, noisy.

    Args:
        points: of one cloud.
        train, held_out: clouds of the training split; of the validation and of the test split, each.
    """
    rng = np.random.default_rng(seed)
    count = train + 2 * held_out
    labels = rng.integers(0, 5, count)
    clouds = np.stack([cloud(rng, label, points) for label in labels]).astype("float32")
    ends = np.cumsum([train, held_out])
    return {
        split: (x, y.astype("int32"))
        for split, x, y in zip(
            ("train", "validation", "test"), np.split(clouds, ends), np.split(labels, ends), strict=True
        )
    }


def cloud(rng, label, points):
    a, h = rng.uniform(0, 2 * np.pi, points), rng.uniform(-1, 1, points)
    if label == 0:  # sphere
        r = np.sqrt(1 - h**2)
        x = np.stack([r * np.cos(a), r * np.sin(a), h], -1)
    elif label == 1:  # box
        x = rng.uniform(-0.8, 0.8, (points, 3))
        x[np.arange(points), rng.integers(0, 3, points)] = 0.8 * rng.choice([-1, 1], points)
    elif label == 2:  # cylinder
        x = np.stack([0.8 * np.cos(a), 0.8 * np.sin(a), h], -1)
    elif label == 3:  # cone
        r = 1 - np.sqrt((h + 1) / 2)
        x = np.stack([r * np.cos(a), r * np.sin(a), 2 * r - 1], -1)
    else:  # torus
        b = rng.uniform(0, 2 * np.pi, points)
        r = 0.75 + 0.3 * np.cos(b)
        x = np.stack([r * np.cos(a), r * np.sin(a), 0.3 * np.sin(b)], -1)
    turn = rng.uniform(0, 2 * np.pi)
    x = x * rng.uniform(0.7, 1.3, 3)
    x = x @ np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
    return x + rng.normal(0, 0.04, x.shape)
