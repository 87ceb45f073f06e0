"""YOURS. What is learnt from: drawn scenes, filmed, with the boxes of what is in them.

Contract: as the template's.
"""

import numpy as np

SIDE, CELLS = 32, 4
CELL = SIDE // CELLS  # pixels
LARGEST = 16  # pixels; a box's width and height are shares of it


def load_scenes(scenes, frames, validation, test):
    """Scenes of one to three shapes each, over a background of their own; in each frame they lie elsewhere.

    Args:
        scenes: all of them.
        frames: of each.
        validation: scenes held out.
        test: scenes held out.

    Returns:
        The splits; inputs Float["b 32 32 1"]; targets Float["b 4 4 8"]; and `groups`, the scene of each frame.
    """
    generator = np.random.default_rng(11)
    images, grids, scene_of = [], [], []
    for scene in range(scenes):
        background, shapes = setting(generator)
        for _ in range(frames):
            image, grid = frame(background, shapes, generator)
            images.append(image)
            grids.append(grid)
            scene_of.append(scene)
    images, grids, scene_of = np.stack(images)[..., None], np.stack(grids), np.array(scene_of)
    order = generator.permutation(scenes)
    held = {
        "train": order[: -validation - test],
        "validation": order[-validation - test : -test],
        "test": order[-test:],
    }
    splits, groups = {}, {}
    for split, chosen in held.items():
        rows = generator.permutation(np.flatnonzero(np.isin(scene_of, chosen)))
        splits[split] = images[rows].astype("float32"), grids[rows].astype("float32")
        groups[split] = scene_of[rows]
    return {**splits, "groups": groups}


def setting(generator):
    """A background, and (kind, width, height, brightness) of each shape."""
    down, across = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    background = 0.3 * generator.normal() * down + 0.3 * generator.normal() * across
    shapes = [
        (generator.integers(3), *generator.integers(6, 13, 2), generator.uniform(0.8, 1.5))
        for _ in range(generator.integers(1, 4))
    ]
    return background, shapes


def frame(background, shapes, generator):
    """One picture of the shapes, each centred in a cell of its own; and its grid of targets."""
    image = background + 0.1 * generator.normal(size=background.shape)
    grid = np.zeros((CELLS, CELLS, 8))
    places = generator.permutation(CELLS * CELLS)[: len(shapes)]
    for place, (kind, width, height, brightness) in zip(places, shapes, strict=True):
        row, column = divmod(int(place), CELLS)
        down, across = generator.uniform(0.1, 0.9, 2)  # shares of the cell
        draw(image, kind, (row + down) * CELL, (column + across) * CELL, height, width, brightness)
        cell = (row, column)
        grid[cell] = [1, across, down, width / LARGEST, height / LARGEST, *np.eye(3)[kind]]
    return image, grid


def draw(image, kind, y, x, height, width, brightness):
    """Adds a full box, an ellipse or a cross."""
    rows, columns = np.mgrid[0:SIDE, 0:SIDE] + 0.5
    v, h = (rows - y) / (height / 2), (columns - x) / (width / 2)
    inside = (abs(v) <= 1) & (abs(h) <= 1)
    if kind == 1:
        inside = v**2 + h**2 <= 1
    elif kind == 2:
        inside &= (abs(v) <= 0.35) | (abs(h) <= 0.35)
    image[inside] += brightness
