"""Episodes of few labelled and some unlabelled samples."""

import numpy as np


def load_mine(ways, shots, unlabelled, queries, seed):
    """Classes are places in a latent plane of 4 axes; 16 more axes are loud and mean nothing; all are mixed.

    No class of one split occurs in another.
    """
    draws = np.random.default_rng(seed)
    mix = np.linalg.qr(draws.normal(size=(20, 20)))[0]

    def samples(centres):
        latent = centres + 0.3 * draws.normal(size=centres.shape)
        clutter = 1.5 * draws.normal(size=(*centres.shape[:-1], 16))
        return np.tanh(np.concatenate([latent, clutter], axis=-1) @ mix).astype("float32")

    def episodes(number, classes):
        places = draws.normal(size=(classes, 4))
        chosen = np.stack([draws.permutation(classes)[:ways] for _ in range(number)])
        centres = places[chosen]  # (number, ways, 4)
        asked = draws.integers(0, ways, (number, queries))
        free = draws.integers(0, ways, (number, unlabelled))
        each = np.arange(number)[:, None]
        inputs = {
            "support": samples(np.repeat(centres, shots, axis=1)),
            "unlabelled": samples(centres[each, free]),
            "query": samples(centres[each, asked]),
        }
        return inputs, asked.astype("int32")

    return {"train": episodes(1000, 60), "validation": episodes(200, 20), "test": episodes(200, 20)}
