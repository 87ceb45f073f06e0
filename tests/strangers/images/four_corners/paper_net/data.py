import numpy as np


def load_homographies(pairs, size, reach, seed):
    """A patch of a texture and the same place of it warped, as two channels; how far its corners went, in pixels."""
    draws = np.random.default_rng(seed)
    waves = 10
    corners = size / 2 * np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], float)  # x to the right, y down
    offsets = draws.uniform(-reach, reach, (pairs, 4, 2))
    matrices = np.stack([homography(corners, corners + offset) for offset in offsets])  # (n, 3, 3)
    y, x = np.mgrid[0:size, 0:size] + 0.5 - size / 2
    places = np.stack([x.ravel(), y.ravel()], axis=-1)  # (h * w, 2)
    lengths = draws.uniform(6, 16, (pairs, waves, 1))  # of waves, in pixels
    angles = draws.uniform(0, 2 * np.pi, (pairs, waves, 1))
    vectors = 2 * np.pi / lengths * np.concatenate([np.cos(angles), np.sin(angles)], axis=-1)
    phases = draws.uniform(0, 2 * np.pi, (pairs, 1, waves))
    views = []
    for matrix in (np.broadcast_to(np.eye(3), matrices.shape), matrices):
        seen = np.stack([moved(m, places) for m in matrix])  # (n, h * w, 2)
        views.append(np.cos(np.einsum("npi,nwi->npw", seen, vectors) + phases).mean(axis=-1))
    inputs = np.stack(views, axis=-1).reshape(pairs, size, size, 2)
    inputs = (inputs + draws.normal(0, 0.02, inputs.shape)).astype("float32")
    targets = offsets.reshape(pairs, 8).astype("float32")
    held = pairs // 6
    return {"train": (inputs[held:], targets[held:]), "validation": (inputs[:held], targets[:held])}


def homography(corners, moved_corners):
    """The matrix that takes four points to four others, its last number 1: eight linear equations."""
    rows, right = [], []
    for (x, y), (u, v) in zip(corners, moved_corners, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return np.append(np.linalg.solve(np.array(rows, float), np.array(right, float)), 1).reshape(3, 3)


def moved(matrix, points):
    """Points (n, 2) through a homography."""
    points = np.asarray(points, float)
    there = np.concatenate([points, np.ones((len(points), 1))], axis=-1) @ np.asarray(matrix).T
    return there[:, :2] / there[:, 2:]
