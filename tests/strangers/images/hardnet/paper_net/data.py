import numpy as np


def load_patches(pairs, size, seed):
    """Pairs of patches: the same spot of a random texture, seen twice; inputs (2, size, size, 1), no targets."""
    draws = np.random.default_rng(seed)
    waves = 8
    grid = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]  # (2, h, w)
    vectors = draws.normal(0, 4, (pairs, waves, 2))
    phases = draws.uniform(0, 2 * np.pi, (pairs, waves, 1, 1))
    views = []
    for _ in range(2):
        angles = draws.uniform(-0.25, 0.25, pairs)
        scales = draws.uniform(0.9, 1.1, (pairs, 1, 1))
        places = np.einsum("nij,jhw->nihw", scales * turn(angles), grid)  # (n, 2, h, w)
        places = places + draws.uniform(-0.1, 0.1, (pairs, 2, 1, 1))
        view = np.cos(np.einsum("nwi,niyx->nwyx", vectors, places) + phases).sum(axis=1)  # (n, h, w)
        view = view * draws.uniform(0.6, 1.4, (pairs, 1, 1)) + draws.normal(0, 1, (pairs, 1, 1))  # another light
        views.append(normalized(view + draws.normal(0, 0.3, view.shape)))
    inputs = np.stack(views, axis=1)[..., None].astype("float32")  # (n, 2, h, w, 1)
    nothing = np.zeros(pairs, "float32")
    held = pairs // 5
    return {"train": (inputs[held:], nothing[held:]), "validation": (inputs[:held], nothing[:held])}


def turn(angles):
    """Matrices that turn by angles."""
    c, s = np.cos(angles), np.sin(angles)
    return np.stack([np.stack([c, -s], axis=-1), np.stack([s, c], axis=-1)], axis=-2)  # (n, 2, 2)


def normalized(patches):
    """Each patch by its own mean and deviation, as section 3.3 has it."""
    patches = np.asarray(patches)
    mean = patches.mean(axis=(1, 2), keepdims=True)
    return (patches - mean) / patches.std(axis=(1, 2), keepdims=True)
