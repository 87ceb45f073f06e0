import numpy as np


def load_mine(size, leaves, sigma, train, held_out, seed):
    """Dead leaves: discs of random grey that cover one another, seen through noise.

    Training never sees a clean image: its target is the same image with other noise. What judges is clean.

    Args:
        size: pixels a side.
        leaves: discs of an image.
        sigma: standard deviation of the noise.
        train: images to learn from.
        held_out: of the validation, and as many of the test.
        seed: draws them.

    Returns:
        The splits {"train": (noisy, noisy), "validation": (noisy, clean), "test": …}.
    """
    rng = np.random.default_rng(seed)
    rows, columns = np.mgrid[:size, :size]

    def clean(n):
        images = np.full((n, size, size), 0.5)
        for image in images:
            for _ in range(leaves):
                row, column = rng.uniform(0, size, 2)
                image[(rows - row) ** 2 + (columns - column) ** 2 < rng.uniform(2, 7) ** 2] = rng.uniform()
        return images[..., None].astype("float32")

    def noisy(images):
        return images + sigma * rng.standard_normal(images.shape).astype("float32")

    train, validation, test = clean(train), clean(held_out), clean(held_out)
    return {
        "train": (noisy(train), noisy(train)),
        "validation": (noisy(validation), validation),
        "test": (noisy(test), test),
    }
