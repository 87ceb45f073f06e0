import numpy as np

SPECIES = [  # 5 x 5 silhouettes: fox, deer, boar, bird
    ["10001", "01110", "01110", "01010", "00000"],
    ["00011", "00010", "11110", "10010", "10010"],
    ["00000", "01111", "11111", "11111", "10010"],
    ["00100", "01110", "11111", "00100", "00000"],
]


def load_mine(seed, cameras, frames):
    """Frames of 36 cameras to learn from, of 12 others to validate and of 12 more to test; the groups are the cameras."""
    rng = np.random.default_rng(seed)
    shapes = np.array([[[int(pixel) for pixel in row] for row in rows] for rows in SPECIES], "float64")  # (4, 5, 5)
    images, species, camera = [], [], []
    for i in range(cameras):
        view = np.kron(rng.uniform(0.25, 0.9, (4, 4, 3)), np.ones((4, 4, 1)))  # (16, 16, 3), of this camera
        share = rng.dirichlet(np.full(4, 0.5))
        for _ in range(frames):
            kind = rng.choice(4, p=share)
            image = view * rng.uniform(0.5, 1.1)
            top, left = rng.integers(0, 12, 2)
            shape = shapes[kind][:, :: rng.choice([1, -1])][..., None]  # it may look to the left
            coat = rng.uniform(0.0, 0.5) * np.array([1.0, 0.8, 0.6])
            patch = image[top : top + 5, left : left + 5]
            cut = shape[: patch.shape[0], : patch.shape[1]]
            image[top : top + 5, left : left + 5] = patch * (1 - cut) + coat * cut
            images.append(image + 0.05 * rng.normal(size=image.shape))
            species.append(kind)
            camera.append(i)
    images = np.array(images, "float32") - 0.5
    species, camera = np.array(species, "int32"), np.array(camera)

    place = rng.permutation(cameras)[camera] / cameras  # of each frame, by its camera
    where = {
        "train": np.flatnonzero(place < 0.6),
        "validation": np.flatnonzero((place >= 0.6) & (place < 0.8)),
        "test": np.flatnonzero(place >= 0.8),
    }
    splits = {split: (images[at], species[at]) for split, at in where.items()}
    return {**splits, "groups": {split: camera[at] for split, at in where.items()}}
