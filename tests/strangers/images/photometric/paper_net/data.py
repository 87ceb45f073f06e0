import numpy as np


def load_mine(seed, lights, tested):
    """Points of 3000, 1000 and 1000 surfaces: normal, albedo and gloss of each drawn alone, lit from around the camera."""
    rng = np.random.default_rng(seed)

    def points(n, k):
        normals = directions(rng, (n, 1), least=0.15)
        light = directions(rng, (n, k), least=0.3)
        facing = np.maximum((normals * light).sum(-1), 0)  # (n, k)
        half = light + [0, 0, 1]
        half /= np.linalg.norm(half, axis=-1, keepdims=True)
        gloss = rng.uniform(0, 1, (n, 1)) * np.maximum((normals * half).sum(-1), 0) ** 30
        lit = (rng.random((n, k)) > 0.1) * (facing > 0)  # a tenth in cast shadows
        brightness = rng.uniform(0.3, 1, (n, 1)) * facing * lit + gloss * lit
        brightness = np.maximum(brightness + 0.02 * rng.normal(size=(n, k)), 0)
        x = np.concatenate([brightness[..., None], light], axis=-1)  # (n, k, 4)
        return x.astype("float32"), normals[:, 0].astype("float32")

    return {"train": points(3000, lights), "validation": points(1000, lights), "test": points(1000, tested)}


def directions(rng, shape, least):
    """Unit vectors of the half space towards the camera, z at least `least`, uniform over that cap."""
    z = rng.uniform(least, 1, shape)
    angle = rng.uniform(0, 2 * np.pi, shape)
    across = np.sqrt(1 - z**2)
    return np.stack([across * np.cos(angle), across * np.sin(angle), z], axis=-1)
