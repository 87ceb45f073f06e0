import numpy as np


def load_mine(train, held_out, seed):
    """Surfaces (28, 28, 1) and their materials."""
    rng = np.random.default_rng(seed)
    motifs = rng.choice([-1.0, 1.0], (6, 4, 4))
    shares = rng.dirichlet(np.full(6, 0.6), 5)  # of each material

    def split(count):
        material = rng.integers(0, 5, count)
        return np.stack([surface(rng, motifs, shares[m]) for m in material]).astype("float32"), material.astype("int32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}


def surface(rng, motifs, shares, size=28):
    """Thirty motifs anywhere, the later over the earlier, under noise and another light each time."""
    image = np.zeros((size, size))
    for motif in rng.choice(len(motifs), 30, p=shares):
        top, left = rng.integers(0, size - 3, 2)
        image[top : top + 4, left : left + 4] = motifs[motif]
    return (rng.uniform(0.5, 1.5) * image + rng.uniform(-0.5, 0.5) + rng.normal(0, 0.4, image.shape))[..., None]
