import numpy as np


def load_mine(seed, train, held_out):
    """Concrete with stains and pores; cracks are thin dark walks from side to side, joints are straight (no cracks)."""
    rng = np.random.default_rng(seed)

    def pictures(n):
        images = 0.6 + 0.05 * rng.normal(size=(n, 24, 24))
        images += np.kron(rng.uniform(-0.15, 0.15, (n, 4, 4)), np.ones((6, 6)))  # stains
        images -= 0.25 * (rng.random((n, 24, 24)) < 0.03)  # pores
        cracks = np.zeros((n, 24, 24), "int32")
        for image, crack in zip(images, cracks, strict=True):
            if rng.random() < 0.5:
                image[:, rng.integers(24)] -= 0.25  # a joint
            for _ in range(rng.integers(0, 3)):
                row, slope = rng.uniform(3, 21), rng.uniform(-0.5, 0.5)
                start, end = sorted(rng.choice(25, 2, replace=False))
                for column in range(start, end):
                    row += slope + rng.normal(0, 0.6)
                    if 0 <= row < 24:
                        crack[int(row), column] = 1
            image -= rng.uniform(0.2, 0.45) * crack
        return images[..., None].astype("float32") - 0.6, cracks[..., None]

    return {"train": pictures(train), "validation": pictures(held_out), "test": pictures(held_out)}
