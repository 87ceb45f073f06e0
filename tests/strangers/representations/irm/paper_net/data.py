import numpy as np


def load_mine(environments, tested, flipped, train, seed):
    """Images of 8 by 8 pixels of one bar, in one of two colours.

    Args:
        environments: of each environment of training, the share of images whose colour is not the label's.
        tested: this share in the test.
        flipped: share of labels that do not belong to the shape.
        train: images of each environment in training; a sixth as many in validation.
        seed: of what is drawn.
    """
    rng = np.random.default_rng(seed)

    def draw(n, environment, other):
        upright = rng.integers(0, 2, n)
        gray = rng.uniform(0, 0.4, (n, 8, 8))
        for image, up, place in zip(gray, upright, rng.integers(1, 7, n), strict=True):
            (image.T if up else image)[place] += 0.6
        label = upright ^ (rng.random(n) < flipped)
        colour = label ^ (rng.random(n) < other)
        image = gray[..., None] * np.eye(2)[colour][:, None, None]
        inputs = {"image": image.astype("float32"), "environment": np.full(n, environment, "int32")}
        return inputs, label[:, None].astype("int32")

    def join(parts):
        inputs = {name: np.concatenate([part[0][name] for part in parts]) for name in ("image", "environment")}
        return inputs, np.concatenate([part[1] for part in parts])

    return {
        "train": join([draw(train, i, other) for i, other in enumerate(environments)]),
        "validation": join([draw(train // 6, i, other) for i, other in enumerate(environments)]),
        "test": draw(2000, 0, tested),
    }
