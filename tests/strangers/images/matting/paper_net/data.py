import numpy as np


def load_mattes(samples, size, seed):
    """Soft discs before backgrounds: the image with its trimap, and what it was composed of."""
    draws = np.random.default_rng(seed)
    rows, columns = np.mgrid[0:size, 0:size]
    middle = draws.uniform(0.3 * size, 0.7 * size, (samples, 2, 1, 1))
    radius = draws.uniform(0.2 * size, 0.35 * size, (samples, 1, 1))
    soft = draws.uniform(1, 2.5, (samples, 1, 1))
    distance = np.hypot(rows - middle[:, 0], columns - middle[:, 1])
    alpha = np.clip(0.5 - (distance - radius) / (2 * soft), 0, 1)[..., None]  # (n, h, w, 1)
    alpha = alpha * np.where(alpha < 1, draws.uniform(0.5, 1, alpha.shape), 1)  # hair: the edge is uneven
    colours = draws.uniform(0, 1, (samples, 2, 3))
    shade = draws.normal(0, 0.05, (samples, 2, size, size, 3))
    layers = np.clip(colours[:, :, None, None] + shade, 0, 1)
    foreground, background = layers[:, 0], layers[:, 1]
    image = composed(alpha, foreground, background)
    inputs = np.concatenate([image, trimap(alpha)], axis=-1).astype("float32")  # (n, h, w, 4)
    truth = np.concatenate([alpha, foreground, background, trimap(alpha) == 0.5], axis=-1).astype("float32")
    held = samples // 5
    return {"train": (inputs[held:], truth[held:]), "validation": (inputs[:held], truth[:held])}


def composed(alpha, foreground, background):
    """Equation 1."""
    alpha, foreground, background = (np.asarray(a) for a in (alpha, foreground, background))
    return alpha * foreground + (1 - alpha) * background


def trimap(alpha):
    """1 is foreground, 0 background, 0.5 unknown: within one pixel of what is neither."""
    alpha = np.asarray(alpha)
    between = np.pad((alpha > 0) & (alpha < 1), ((0, 0), (1, 1), (1, 1), (0, 0)))
    height, width = alpha.shape[1:3]
    near = np.zeros(alpha.shape, bool)
    for row in range(3):
        for column in range(3):
            near |= between[:, row : row + height, column : column + width]
    return np.where(near, 0.5, np.round(alpha))
