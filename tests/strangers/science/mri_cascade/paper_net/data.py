import numpy as np


def load_mine(size, train, held_out, kept, seed):
    """Phantoms of ellipses with a smooth phase, measured along some rows of k-space."""
    rng = np.random.default_rng(seed)
    y, x = np.meshgrid(np.linspace(-1, 1, size), np.linspace(-1, 1, size), indexing="ij")

    def phantom():
        image = np.zeros((size, size))
        for _ in range(rng.integers(3, 7)):
            cy, cx = rng.uniform(-0.5, 0.5, 2)
            ry, rx = rng.uniform(0.15, 0.6, 2)
            t = rng.uniform(0, np.pi)
            u, v = (x - cx) * np.cos(t) + (y - cy) * np.sin(t), (y - cy) * np.cos(t) - (x - cx) * np.sin(t)
            image[(u / rx) ** 2 + (v / ry) ** 2 < 1] += rng.uniform(0.1, 0.5)
        a, b, c = rng.uniform(-0.7, 0.7, 3)
        return np.clip(image, 0, 1) * np.exp(1j * (a + b * x + c * y))

    def parts(z):
        return np.stack([z.real, z.imag], axis=-1).astype("float32")

    def draw(n):
        images = np.stack([phantom() for _ in range(n)])
        lines = rng.random((n, size)) < kept
        lines[:, [0, 1, 2, -1, -2]] = True  # the low frequencies, at the ends without a shift
        k = np.fft.fft2(images, norm="ortho")
        aliased = np.fft.ifft2(k * lines[:, :, None], norm="ortho")
        return {"aliased": parts(aliased), "lines": lines.astype("float32")}, parts(images)

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
