import numpy as np


def load_mine(train, held_out, views, size, seed):
    """Five kinds of solids, stretched and turned at random; each view is a picture of how dense its points lie."""
    rng = np.random.default_rng(seed)

    def split(number):
        labels = rng.integers(5, size=number).astype("int32")
        return np.stack([rendered(rng, surface(rng, label), views, size) for label in labels]), labels

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def surface(rng, label, number=300):
    """Points on the surface of a solid of this class, within -1 … 1, before it is stretched and turned."""
    turn, height = rng.uniform(0, 2 * np.pi, number), rng.uniform(-1, 1, number)
    circle = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    if label == 0:
        points = np.column_stack([circle * np.sqrt(1 - height**2)[:, None], height])
    elif label == 1:
        points = rng.uniform(-1, 1, (number, 3))
        points[np.arange(number), rng.integers(3, size=number)] = rng.choice([-1, 1], number)
    elif label == 2:
        points = np.column_stack([circle, height])
    elif label == 3:
        radius = np.sqrt(rng.uniform(0, 1, number))  # 0 at the tip
        points = np.column_stack([circle * radius[:, None], 1 - 2 * radius])
    else:
        tube = rng.uniform(0, 2 * np.pi, number)
        points = np.column_stack([circle * (0.7 + 0.3 * np.cos(tube))[:, None], 0.3 * np.sin(tube)])
    points = points * rng.uniform(0.6, 1.0, 3)
    rotation, _ = np.linalg.qr(np.eye(3) + 0.4 * rng.standard_normal((3, 3)))
    return points @ rotation.T + 0.03 * rng.standard_normal(points.shape)


def rendered(rng, points, views, size):
    images = np.zeros((views, size, size, 1), "float32")
    offset, up = rng.uniform(0, 2 * np.pi), np.pi / 6
    for image, turn in zip(images, offset + 2 * np.pi * np.arange(views) / views, strict=True):
        across = np.cos(turn) * points[:, 0] + np.sin(turn) * points[:, 1]
        deep = -np.sin(turn) * points[:, 0] + np.cos(turn) * points[:, 1]
        high = np.cos(up) * points[:, 2] + np.sin(up) * deep
        edges = np.linspace(-1.8, 1.8, size + 1)
        image[..., 0] = np.histogram2d(-high, across, bins=[edges, edges])[0] / 4
    return images
