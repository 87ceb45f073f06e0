import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter

SIZE = 24


def signed_distance(mask):
    """How far each pixel is from the lesion: positive outside of it, zero or less inside, all 0 where there is none."""
    mask = np.asarray(mask) > 0
    if not mask.any():
        return np.zeros(mask.shape, "float32")
    outside = distance_transform_edt(~mask)
    inside = distance_transform_edt(mask)
    return np.where(mask, 1 - inside, outside).astype("float32")


def slice_of_a_brain(rng):
    """Tissue of uneven brightness with one or two small bright lesions, and bright specks that are none."""
    row, column = np.mgrid[:SIZE, :SIZE]
    image = 3 * gaussian_filter(rng.normal(0, 1, (SIZE, SIZE)), 4)
    mask = np.zeros((SIZE, SIZE), bool)
    for _ in range(rng.integers(1, 3)):
        y, x = rng.uniform(4, SIZE - 4, 2)
        a, b = rng.uniform(1.2, 3.2, 2)
        mask |= ((row - y) / a) ** 2 + ((column - x) / b) ** 2 < 1
    image = image + 1.0 * gaussian_filter(mask.astype(float), 0.7) + rng.normal(0, 0.25, image.shape)
    image[tuple(rng.integers(0, SIZE, (2, 6)))] += 1.5
    return image, mask


def load_mine(seed):
    """Slices; the targets are the mask of the lesions and the signed distance from their boundary."""
    rng = np.random.default_rng(seed)
    splits = {}
    for name, count in {"train": 600, "validation": 200, "test": 200}.items():
        images, masks = zip(*[slice_of_a_brain(rng) for _ in range(count)], strict=True)
        targets = np.stack([np.stack([mask, signed_distance(mask)], -1) for mask in masks])
        splits[name] = np.stack(images)[..., None].astype("float32"), targets.astype("float32")
    return splits
