import numpy as np


def load_mine(train, held_out, size, seed):
    """Views (size, size, 3) of one room, and the pose of the camera."""
    rng = np.random.default_rng(seed)
    lamps = np.column_stack([rng.uniform(-2, 2, (10, 2)), rng.uniform(4, 7, 10)])  # the camera looks along z
    colours = rng.uniform(0, 1, (10, 3)) ** 2

    def split(count):
        position = rng.uniform(-1, 1, (count, 3))
        axis = rng.normal(0, 1, (count, 3))
        angle = rng.uniform(0, 0.5, (count, 1))  # radians
        axis *= np.sin(angle / 2) / np.linalg.norm(axis, axis=1, keepdims=True)
        orientation = np.concatenate([np.cos(angle / 2), axis], axis=1)
        views = np.stack([view(lamps, colours, *pose, size) for pose in zip(position, orientation, strict=True)])
        views += rng.normal(0, 0.03, views.shape)
        pose = {"position": position, "orientation": orientation}
        return views.astype("float32"), {name: values.astype("float32") for name, values in pose.items()}

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def view(lamps, colours, position, orientation, size):
    """The image of the lamps: each a blot where it is seen, the larger the nearer."""
    x, y, z = turned(lamps - position, orientation * [1, -1, -1, -1]).T  # as the camera sees them
    row, column = (size / 2 * (1 + 1.2 * along / z) for along in (y, x))
    pixel = np.arange(size) + 0.5
    across = (pixel[:, None, None] - row) ** 2 + (pixel[None, :, None] - column) ** 2  # (size, size, lamps)
    return np.exp(-across * z**2 / 80) @ colours


def turned(vector, quaternion):
    """Vectors (n, 3), turned by the unit quaternion (w, x, y, z)."""
    w, axis = quaternion[0], np.asarray(quaternion[1:])
    once = np.cross(axis, vector)
    return vector + 2 * (w * once + np.cross(axis, once))
