"""YOURS. What is learnt from: images of discs and squares, with a label for each pixel."""

import numpy as np

VOID = 255  # pixels that nobody labelled


def load_scenes(training=400, validation=100, size=16):
    """One bright disc and one darker square on a noisy ground; they may cover each other. Their outlines are void.

    Returns:
        The splits; inputs Float["b size size 1"]; targets Int["b size size"]: 0 ground, 1 disc, 2 square, 255 void.
    """
    random = np.random.default_rng(0)
    scenes = [scene(random, size) for _ in range(training + validation)]
    inputs = np.stack([image for image, _ in scenes])[..., None].astype("float32")
    targets = np.stack([labels for _, labels in scenes]).astype("int32")
    return {"train": (inputs[:training], targets[:training]), "validation": (inputs[training:], targets[training:])}


def scene(random, size):
    rows, columns = np.mgrid[:size, :size]
    labels = np.zeros((size, size), int)
    for shape in random.permutation([1, 2]):
        y, x, radius = random.integers(3, size - 3), random.integers(3, size - 3), random.integers(3, 5)
        if shape == 1:
            distance = np.hypot(rows - y, columns - x)
        else:
            distance = np.maximum(abs(rows - y), abs(columns - x))
        labels[distance <= radius] = shape
        labels[(distance > radius) & (distance <= radius + 0.5)] = VOID
    brightness = np.select([labels == 1, labels == 2], [0.6, 0.5], 0.0)
    stripes = 0.3 * (labels == 2) * np.sin(2 * rows)  # what tells a square from a disc
    return brightness + stripes + 0.1 * random.normal(size=labels.shape), labels
