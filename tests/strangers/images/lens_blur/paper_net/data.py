import numpy as np
from scipy.ndimage import gaussian_filter


def load_mine(slides, seed):
    """Images (24, 24, 1) and the logarithm of their blur; whole slides to learn from, to validate, to test."""
    rng = np.random.default_rng(seed)
    images, blurs = zip(*(stack(rng) for _ in range(slides)), strict=True)
    ends = [slides * 2 // 3, slides * 5 // 6]
    splits, groups = {}, {}
    names = ("train", "validation", "test")
    for name, of in zip(names, np.split(rng.permutation(slides), ends), strict=True):
        image = np.concatenate([images[slide] for slide in of])[..., None]
        blur = np.concatenate([blurs[slide] for slide in of])[:, None]
        splits[name] = (image.astype("float32"), blur.astype("float32"))
        groups[name] = np.repeat(of, 8)
    return {**splits, "groups": groups}


def stack(rng, size=24, margin=8):
    """One slide at eight settings: round cells with bright rims and dark nuclei, blurred, under noise."""
    whole = size + 2 * margin
    row, column = np.mgrid[:whole, :whole]
    sharp = np.zeros((whole, whole))
    for _ in range(rng.integers(5, 12)):
        y, x = rng.uniform(0, whole, 2)
        away, radius = np.hypot(row - y, column - x), rng.uniform(3, 7)
        sharp[away < radius] = rng.uniform(0.4, 0.7)
        sharp[np.abs(away - radius) < 0.7] = 1.0
        sharp[away < 0.35 * radius] = rng.uniform(-0.5, 0.1)
    blur = rng.uniform(-1.0, 1.6, 8)
    seen = np.stack([gaussian_filter(sharp, 2**width) for width in blur])[:, margin:-margin, margin:-margin]
    contrast, light = rng.uniform(0.6, 1.4, (2, 8, 1, 1))
    return contrast * seen + 0.3 * light + rng.normal(0, 0.03, seen.shape), blur
