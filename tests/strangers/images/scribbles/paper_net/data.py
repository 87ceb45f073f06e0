import numpy as np


def load_scribbles(specimens, crops, size, seed):
    """Crops of stained specimens; three classes of pixels, told in training by a stroke of each, -1 elsewhere."""
    draws = np.random.default_rng(seed)
    colours = np.array([[0.9, 0.85, 0.9], [0.8, 0.5, 0.65], [0.5, 0.3, 0.6]])  # glass, tissue, nuclei
    stains = colours + draws.normal(0, 0.06, (specimens, 3, 3))  # each specimen took the stain in its own way
    rows, columns = np.mgrid[0:size, 0:size]
    images, masks, strokes = [], [], []
    for stain in stains:
        for _ in range(crops):
            angle, offset = draws.uniform(0, 2 * np.pi), draws.uniform(-3, 3)
            edge = (rows - size / 2) * np.cos(angle) + (columns - size / 2) * np.sin(angle) + offset
            mask = (edge > 0).astype("int32")
            for _ in range(4):
                row, column = draws.uniform(0, size, 2)
                near = np.hypot(rows - row, columns - column) < draws.uniform(1.5, 2.6)
                mask[near & (mask > 0)] = 2
            images.append(stain[mask] + draws.normal(0, 0.15, (size, size, 3)))
            masks.append(mask)
            strokes.append(drawn(draws, mask, 5))
    images = np.array(images, "float32")  # (n, h, w, 3)
    masks, strokes = np.array(masks), np.array(strokes)  # (n, h, w)
    specimen = np.repeat(np.arange(specimens), crops)
    held = specimen < specimens // 5
    return {
        "train": (images[~held], kept(masks[~held], strokes[~held])),
        "validation": (images[held], masks[held]),  # by whole masks, drawn for this alone
        "groups": {"train": specimen[~held], "validation": specimen[held]},
    }


def drawn(draws, mask, steps):
    """Where somebody has drawn: of each class that is there a walk of some steps inside it."""
    stroke = np.zeros(mask.shape, bool)
    for label in np.unique(mask):
        place = draws.permutation(np.argwhere(mask == label))[0]
        for _ in range(steps):
            stroke[tuple(place)] = True
            ahead = np.clip(place + draws.integers(-1, 2, 2), 0, len(mask) - 1)
            place = ahead if mask[tuple(ahead)] == label else place
    return stroke


def kept(masks, strokes):
    """The class under a stroke; -1, unknown, elsewhere."""
    return np.where(np.asarray(strokes, bool), masks, -1).astype("int32")
