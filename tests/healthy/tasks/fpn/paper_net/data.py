"""YOURS. What is learnt from: discs, small and large. Contract: as the template's."""

import numpy as np


def load_discs(train, held):
    """One to four discs an image; the small ones are class 1, the large ones 2, what lies between is 0.

    Returns:
        The splits; inputs Float["b 32 32 1"]; targets Int["b 16 16"], of every second pixel.
    """
    generator = np.random.default_rng(31)
    rows, columns = np.mgrid[0:32, 0:32]
    images, masks = [], []
    for _ in range(train + 2 * held):
        image, mask = 0.3 * generator.normal(size=(32, 32)), np.zeros((32, 32), "int32")
        for _ in range(generator.integers(1, 5)):
            large = generator.random() < 0.4
            radius = generator.uniform(5.0, 7.0) if large else generator.uniform(2.0, 3.2)
            y, x = generator.uniform(4, 28, 2)
            inside = (rows - y) ** 2 + (columns - x) ** 2 <= radius**2
            image = np.where(inside & (mask == 0), image + generator.uniform(0.8, 1.4), image)
            mask[inside & (mask == 0)] = 2 if large else 1
        images.append(image)
        masks.append(mask[::2, ::2])
    images, masks = np.stack(images)[..., None].astype("float32"), np.stack(masks)
    parts = {"train": slice(train), "validation": slice(train, train + held), "test": slice(train + held, None)}
    return {split: (images[at], masks[at]) for split, at in parts.items()}
