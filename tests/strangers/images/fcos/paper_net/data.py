import numpy as np


def centreness(boxes):
    """1 in a box's centre, 0 at its border and where there is none; Tian et al. 2019, equation 3."""
    left, top, right, bottom = np.moveaxis(np.maximum(boxes, 1e-6), -1, 0)
    across = np.minimum(left, right) / np.maximum(left, right)
    along = np.minimum(top, bottom) / np.maximum(top, bottom)
    return (np.sqrt(across * along) * (boxes.sum(-1) > 0))[..., None].astype("float32")


def load_mine(seed, train, held_out):
    """Boxes lined across, lined along or plain; where two overlap, a place belongs to the smaller one."""
    rng = np.random.default_rng(seed)
    centres = 4 * np.arange(8) + 2.0  # of the places, in pixels
    rows, columns = np.mgrid[:32, :32]
    textures = [rows % 2 * 0.8 + 0.1, columns % 2 * 0.8 + 0.1, np.full((32, 32), 0.5)]

    def pictures(n):
        images = 0.08 * rng.normal(size=(n, 32, 32, 1))
        classes, boxes = np.zeros((n, 8, 8, 3)), np.zeros((n, 8, 8, 4))
        for i in range(n):
            sizes = rng.integers(7, 17, (rng.integers(1, 4), 2))
            for height, width in sorted(sizes.tolist(), key=lambda size: -size[0] * size[1]):
                top, left = rng.integers(0, 33 - height), rng.integers(0, 33 - width)
                kind, bottom, right = rng.integers(3), top + height, left + width
                area = np.s_[top:bottom, left:right]
                images[i, ..., 0][area] = rng.uniform(0.6, 1.2) * textures[kind][area]
                ys = np.flatnonzero((centres > top) & (centres < bottom))
                xs = np.flatnonzero((centres > left) & (centres < right))
                for y in ys:
                    for x in xs:
                        classes[i, y, x] = np.eye(3)[kind]
                        cx, cy = centres[x], centres[y]
                        boxes[i, y, x] = np.array([cx - left, cy - top, right - cx, bottom - cy]) / 4
        targets = {"classes": classes.astype("float32"), "boxes": boxes.astype("float32"), "centre": centreness(boxes)}
        return images.astype("float32"), targets

    return {"train": pictures(train), "validation": pictures(held_out), "test": pictures(held_out)}
