import numpy as np


def load_mine(fish, photos, seed):
    """Photos of fish on a belt, each passing the camera several times, and their lengths as measured by hand.

    Args:
        fish: how many; 70 % to learn from, 15 % each for validation and test.
        photos: of each fish, at another place, angle and height of the camera.
    """
    rng = np.random.default_rng(seed)
    length = rng.lognormal(np.log(28), 0.35, fish).clip(12, 60)
    slim = rng.uniform(0.2, 0.4, fish)
    coat = np.stack([rng.uniform(0.4, 0.9, fish), rng.uniform(0, 0.4, fish), rng.uniform(0.8, 2.5, fish)], -1)
    images, heights, who = [], [], np.repeat(np.arange(fish), photos)
    for i in who:
        height = rng.uniform(0.7, 1.3)  # metres
        images.append(photo(rng, 0.45 * length[i] / height, slim[i], coat[i]))
        heights.append(height * rng.normal(1, 0.05))  # the sensor is a cheap one
    images = np.stack(images).astype("float32")[..., None]
    heights = np.array(heights, "float32")[:, None]
    part = rng.permutation(np.repeat([0, 1, 2], [fish - 2 * (fish * 15 // 100), *2 * [fish * 15 // 100]]))[who]
    splits, groups = {}, {}
    for number, split in enumerate(("train", "validation", "test")):
        rows = part == number
        inputs = {"photo": images[rows], "height": heights[rows]}
        splits[split] = inputs, length[who[rows]].astype("float32")[:, None]
        groups[split] = who[rows]
    return {**splits, "groups": groups}


def photo(rng, pixels, slim, coat):
    """A fish of so many pixels, with its brightness, its stripes and their frequency."""
    rows, columns = np.mgrid[:24, :40]
    y, x, turn = rng.uniform(10, 14), rng.uniform(17, 23), rng.uniform(-0.2, 0.2)
    u = ((columns - x) * np.cos(turn) + (rows - y) * np.sin(turn)) / (pixels / 2)
    v = ((rows - y) * np.cos(turn) - (columns - x) * np.sin(turn)) / (pixels * slim / 2)
    body = (u / 0.75 + 0.33) ** 2 + v**2 < 1
    tail = (u > 0.6) & (u < 1) & (abs(v) < 2 * (u - 0.5))
    skin = coat[0] - coat[1] * (np.sin(2 * np.pi * coat[2] * u) > 0)
    return np.where(body | tail, skin, 0.1) + rng.normal(0, 0.05, rows.shape)
