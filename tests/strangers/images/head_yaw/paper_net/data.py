import numpy as np


def load_mine(train, held_out, side, seed):
    """Heads that look aside by an angle: eyes, nose and mouth on a ball, drawn as it is turned.

    Returns:
        Images (n, side, side, 1), and the yaw of each in degrees (n), -60 … 60.
    """
    rng = np.random.default_rng(seed)
    row, column = np.mgrid[:side, :side] - (side - 1) / 2
    features = np.array([[-0.4, -0.3], [0.4, -0.3], [0.0, 0.1], [0.0, 0.45]])  # right, down, on the ball of radius 1

    def split(n):
        yaw = rng.uniform(-60, 60, n)
        turn, nod = np.radians(yaw)[:, None], np.radians(rng.normal(0, 6, n))[:, None]
        right, down = (features + rng.normal(0, 0.05, (n, 4, 2))).transpose(2, 0, 1)  # (n, 4)
        front = np.sqrt(1 - right**2 - down**2)
        right, front = right * np.cos(turn) + front * np.sin(turn), front * np.cos(turn) - right * np.sin(turn)
        down, front = down * np.cos(nod) + front * np.sin(nod), front * np.cos(nod) - down * np.sin(nod)
        radius = rng.uniform(0.32, 0.42, (n, 1)) * side
        place = rng.normal(0, 1, (n, 2, 1))
        image = 0.8 * (np.hypot(row - place[:, :1], column - place[:, 1:]) < radius[:, :, None])  # (n, side, side)
        for part in range(4):
            y = (down[:, part] * radius[:, 0] + place[:, 0, 0])[:, None, None]
            x = (right[:, part] * radius[:, 0] + place[:, 1, 0])[:, None, None]
            seen = (front[:, part] > 0)[:, None, None]
            image = image - 0.6 * seen * np.exp(-((row - y) ** 2 + (column - x) ** 2) / 2)
        image = image * rng.uniform(0.6, 1.2, (n, 1, 1)) + 0.12 * rng.normal(size=image.shape)
        return image[..., None].astype("float32"), yaw.astype("float32")

    images, yaw = split(train)
    mirror_images, mirror_yaw = mirrored(images, yaw)
    learnt = np.concatenate([images, mirror_images]), np.concatenate([yaw, mirror_yaw])
    return {"train": learnt, "validation": split(held_out), "test": split(held_out)}


def mirrored(images, yaw):
    """The same heads in a mirror: left and right change places, and so does where they look."""
    images, yaw = np.asarray(images), np.asarray(yaw)
    return images[:, :, ::-1], -yaw
