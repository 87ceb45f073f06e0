import numpy as np


def load_mine(train, held_out, seed):
    """Videos of an object that moves over a textured ground, past others that look much like it: from each, two frames.

    Args:
        train: videos of the training split.
        held_out: of validation and of test, each.
        seed: not the run's.
    """
    rng = np.random.default_rng(seed)

    def texture(size, colour, rough):
        coarse = rng.normal(0, rough, (size // 2 + 1, size // 2 + 1, 3))
        return colour + np.kron(coarse, np.ones((2, 2, 1)))[:size, :size]

    def video():
        ground = texture(30, rng.uniform(0.2, 0.8, 3), 0.12)
        search = ground[:22, :22].copy()
        colour = rng.uniform(0.2, 0.8, 3)
        target = texture(6, colour, 0.25)
        for _ in range(5):  # of the target's own colour, with a pattern of their own
            top, left = rng.integers(0, 17, 2)
            search[top : top + 6, left : left + 6] = texture(6, colour, 0.25)
        row, column = rng.integers(0, 15, 2)
        search[row + 1 : row + 7, column + 1 : column + 7] = target
        exemplar = ground[22:, 22:].copy()
        exemplar[1:7, 1:7] = target
        exemplar = exemplar * rng.uniform(0.8, 1.2) + rng.normal(0, 0.2, exemplar.shape)
        search = search * rng.uniform(0.8, 1.2) + rng.normal(0, 0.2, search.shape)
        places = np.stack(np.meshgrid(np.arange(15), np.arange(15), indexing="ij"), axis=-1)
        near = np.hypot(*np.moveaxis(places - [row, column], -1, 0)) <= 1
        return exemplar, search, near

    def split(n):
        exemplars, searches, near = (np.stack(part) for part in zip(*(video() for _ in range(n)), strict=True))
        return {"exemplar": exemplars.astype("float32"), "search": searches.astype("float32")}, near.astype("int32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
