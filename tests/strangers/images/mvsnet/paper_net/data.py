import numpy as np

SIZE, DEEPEST = 20, 6


def views(rng, baselines):
    """A scene of textured boards seen by cameras side by side, and the disparity of each pixel of the first one."""
    wide = SIZE + 4 * DEEPEST
    start = 2 * DEEPEST  # the first camera's own columns begin here
    boards = [(0, slice(None), slice(None))]  # the wall
    for disparity in np.sort(rng.integers(1, DEEPEST, rng.integers(2, 5))):  # from far to near
        top, left = rng.integers(0, SIZE - 6, 2)
        height, width = rng.integers(6, 13, 2)
        boards.append((disparity, slice(top, top + height), slice(start + left, start + left + width)))
    images = np.zeros((len(baselines), SIZE, SIZE))
    truth = np.zeros((SIZE, SIZE))
    for disparity, rows, columns in boards:
        texture = rng.normal(0, 1, (SIZE, wide))
        board = np.zeros((SIZE, wide), bool)
        board[rows, columns] = True
        for image, baseline in zip(images, baselines, strict=True):
            seen = slice(start + baseline * disparity, start + baseline * disparity + SIZE)
            image[board[:, seen]] = texture[:, seen][board[:, seen]]
        truth[board[:, start : start + SIZE]] = disparity
    return images, truth


def load_mine(seed, baselines):
    """Scenes, each as the images of all cameras; the target is the disparity that the first one sees."""
    rng = np.random.default_rng(seed)
    splits = {}
    for name, count in {"train": 400, "validation": 100, "test": 100}.items():
        images, truth = zip(*[views(rng, baselines) for _ in range(count)], strict=True)
        noise = rng.normal(0, 0.1, (count, len(baselines), SIZE, SIZE))
        splits[name] = (np.stack(images) + noise)[..., None].astype("float32"), np.stack(truth).astype("float32")
    return splits
