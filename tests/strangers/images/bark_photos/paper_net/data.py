import numpy as np
from scipy.ndimage import gaussian_filter


def photo(rng, size, angle, period, hue, moss):
    """Furrows at about an angle and a period, in a tree's own hue and with its moss, in a light of the photo's own."""
    rows, columns = np.mgrid[:size, :size]
    angle = angle + 0.15 * rng.normal()
    period = period * np.exp(0.1 * rng.normal())
    bends = 4.8 * gaussian_filter(rng.normal(size=(size, size)), 2)
    across = rows * np.sin(angle) + columns * np.cos(angle) + bends
    furrows = np.cos(2 * np.pi * across / period + rng.uniform(0, 2 * np.pi))
    patches = gaussian_filter(rng.normal(size=(size, size)), 2) > moss
    image = (0.5 + 0.2 * furrows)[..., None] * (1 + hue) * rng.uniform(0.7, 1.3)
    image[patches] *= np.array([0.7, 1.1, 0.7])
    return np.clip(image + 0.08 * rng.normal(size=image.shape), 0, 1)


def load_mine(trees, photos, size, seed):
    """Several photos of each of many trees of four species; whole trees are held out."""
    rng = np.random.default_rng(seed)
    images, labels, tree_of = [], [], []
    for tree in range(trees):
        species = tree % 4
        # a species' usual furrows, from which each tree departs
        angle = np.pi * species / 4 + 0.18 * rng.normal()
        period = (4.0, 5.0, 6.0, 7.0)[species] * np.exp(0.2 * rng.normal())
        hue, moss = 0.2 * rng.normal(size=3), rng.uniform(0, 0.4)
        for _ in range(photos):
            images.append(photo(rng, size, angle, period, hue, moss))
            labels.append(species)
            tree_of.append(tree)
    images, labels, tree_of = np.array(images, "float32"), np.array(labels, "int32"), np.array(tree_of)
    order = rng.permutation(trees)
    places = {
        split: np.flatnonzero(np.isin(tree_of, order[int(a * len(order)) : int(b * len(order))]))
        for split, (a, b) in {"train": (0, 0.6), "validation": (0.6, 0.8), "test": (0.8, 1)}.items()
    }
    return {
        **{split: (images[place], labels[place]) for split, place in places.items()},
        "groups": {split: tree_of[place] for split, place in places.items()},
    }
