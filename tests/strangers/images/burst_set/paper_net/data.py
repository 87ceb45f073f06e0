import numpy as np


def load_bursts(samples, frames, size, seed):
    """Bursts of a still scene, each frame blurred by another shake of the hand and noisy; and the sharp scene."""
    draws = np.random.default_rng(seed)
    inputs = np.empty((samples, frames, size, size, 1), "float32")
    targets = np.empty((samples, size, size, 1), "float32")
    for sample in range(samples):
        scene = np.full((size + 4, size + 4), draws.uniform(0.2, 0.8))
        for _ in range(4):  # rectangles, one before the other
            top, left = draws.integers(0, size, 2)
            height, width = draws.integers(3, 9, 2)
            scene[top : top + height, left : left + width] = draws.uniform(0, 1)
        targets[sample, ..., 0] = scene[2:-2, 2:-2]
        for frame in range(frames):
            seen = blurred(scene, shake(draws, draws.integers(1, 7)))
            inputs[sample, frame, ..., 0] = seen + draws.normal(0, 0.03, seen.shape)
    held = samples // 5
    return {"train": (inputs[held:], targets[held:]), "validation": (inputs[:held], targets[:held])}


def shake(draws, steps):
    """A walk from the middle of 5 by 5 places: the share of the exposure spent at each."""
    kernel = np.zeros((5, 5))
    place = np.array([2, 2])
    for _ in range(steps):
        kernel[tuple(place)] += 1 / steps
        place = np.clip(place + draws.integers(-1, 2, 2), 0, 4)
    return kernel


def blurred(scene, kernel):
    """What the kernel gathers of the scene, where it fits into it: two pixels less on each side for 5 by 5."""
    scene, kernel = np.asarray(scene, float), np.asarray(kernel, float)
    height, width = scene.shape[0] - kernel.shape[0] + 1, scene.shape[1] - kernel.shape[1] + 1
    seen = np.zeros((height, width))
    for row, weights in enumerate(kernel):
        for column, weight in enumerate(weights):
            seen += weight * scene[row : row + height, column : column + width]
    return seen
