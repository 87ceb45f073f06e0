import numpy as np
from scipy.ndimage import gaussian_filter

SIZE, KERNELS, PHOTOS = 16, 450, 4


def photograph(kernel, rng):
    """The kernel as it lay under the camera: a pixel to a side, in other light, mirrored or not, with noise."""
    image = np.roll(kernel, rng.integers(-1, 2, 2), (0, 1)) * rng.uniform(0.9, 1.1) + rng.normal(0, 0.1, kernel.shape)
    return image[:, ::-1] if rng.random() < 0.5 else image


def load_mine(seed):
    """Photographs of kernels of maize, four of each, and whether the kernel sprouted; kernels are held out as a whole."""
    rng = np.random.default_rng(seed)
    row, column = np.mgrid[-1 : 1 : SIZE * 1j, -1 : 1 : SIZE * 1j]
    images, sprouted = [], []
    for _ in range(KERNELS):
        germ = rng.normal(0, 1)  # how large the pale germ is
        hull = gaussian_filter(rng.normal(0, 1, (SIZE, SIZE)), 1.2, mode="wrap") * 1.5
        kernel = hull + 1.2 * ((row / (0.45 + 0.15 * np.tanh(germ))) ** 2 + (column / 0.4) ** 2 < 1)
        images += [photograph(kernel, rng) for _ in range(PHOTOS)]
        sprouted += [germ + rng.normal(0, 0.5) > 0] * PHOTOS
    images, sprouted = np.stack(images)[..., None].astype("float32"), np.array(sprouted, "int32")[:, None]
    kernel = np.repeat(np.arange(KERNELS), PHOTOS)
    place = rng.permutation(KERNELS)[kernel]
    rows = {
        "train": place < 300,
        "validation": (place >= 300) & (place < 375),
        "test": place >= 375,
    }
    splits = {name: (images[chosen], sprouted[chosen]) for name, chosen in rows.items()}
    return {**splits, "groups": {name: kernel[chosen] for name, chosen in rows.items()}}
