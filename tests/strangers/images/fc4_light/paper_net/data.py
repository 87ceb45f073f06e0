import numpy as np

SIZE = 16


def lights(count, rng):
    """Illuminants from reddish to bluish, with some green, as unit vectors."""
    red = rng.uniform(0.5, 1.6, count)
    light = np.stack([red, np.ones(count) + rng.normal(0, 0.04, count), 1.9 / (0.9 + red)], -1)
    return light / np.linalg.norm(light, axis=-1, keepdims=True)


def scene(rng):
    """Reflectances: a wall of one colour, boxes in front of it, of which some are grey."""
    image = np.ones((SIZE, SIZE, 3)) * rng.uniform(0.1, 0.9, 3)
    for _ in range(rng.integers(5, 10)):
        top, left = rng.integers(0, SIZE - 3, 2)
        height, width = rng.integers(3, 9, 2)
        colour = rng.uniform(0.05, 0.95, 3)
        if rng.random() < 0.5:
            colour[:] = colour.mean() + rng.normal(0, 0.01, 3)
        image[top : top + height, left : left + width] = colour
    return image * np.linspace(rng.uniform(0.5, 1), rng.uniform(0.5, 1), SIZE)[:, None, None]


def relit(image, light, gains):
    """The scene as another light would show it: each channel times its gain, and so is the light, a unit vector again."""
    light = light * gains
    return image * gains, light / np.linalg.norm(light)


def exposed(images):
    """Photographs as if each had been exposed until its brightest value is 1."""
    return images / images.max(axis=(1, 2, 3), keepdims=True)


def load_mine(seed):
    """Photographs and their illuminants; each one of training once more under another light."""
    rng = np.random.default_rng(seed)
    splits = {}
    for name, count in {"train": 1600, "validation": 200, "test": 300}.items():
        light = lights(count, rng)
        images = np.stack([scene(rng) for _ in range(count)]) * light[:, None, None]
        if name == "train":
            gains = rng.uniform(0.6, 1.4, (count, 3))
            again = [relit(images[i], light[i], gains[i]) for i in range(count)]
            images = np.concatenate([images, [image for image, _ in again]])
            light = np.concatenate([light, [one for _, one in again]])
        images = np.clip(images + rng.normal(0, 0.01, images.shape), 0, None)
        splits[name] = exposed(images).astype("float32"), light.astype("float32")
    return splits
