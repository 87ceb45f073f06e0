import numpy as np


def load_mine(train, held_out, side, apart, seed):
    """Two images of a slide, taken a little above and below, and how far from focus the middle is.

    Args:
        apart: of the two planes from the middle, in the unit of the target, in which focus is lost over about 1.
    """
    rng = np.random.default_rng(seed)
    frequency = np.hypot(*np.meshgrid(np.fft.fftfreq(side), np.fft.fftfreq(side), indexing="ij"))

    def blurred(scenes, defocus):
        sigma = np.hypot(0.6, 2.0 * defocus)[:, None, None]
        spectrum = np.fft.fft2(scenes) * np.exp(-2 * (np.pi * sigma * frequency) ** 2)
        return np.fft.ifft2(spectrum).real + 0.03 * rng.normal(size=scenes.shape)

    def split(n):
        scenes = (rng.random((n, side, side)) < rng.uniform(0.05, 0.2, (n, 1, 1))) * rng.uniform(0.5, 1, (n, 1, 1))
        z = rng.uniform(-1, 1, n)
        images = {"above": blurred(scenes, z + apart), "below": blurred(scenes, z - apart)}
        return {k: x[..., None].astype("float32") for k, x in images.items()}, z[:, None].astype("float32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
