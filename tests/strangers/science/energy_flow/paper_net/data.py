import numpy as np


def load_mine(train, held_out, particles, seed):
    """Jets of one prong (a quark) and of two (a boosted boson), each the momenta and directions of its particles.

    Args:
        train: jets of the training split.
        held_out: of the validation and of the test split, each.
        particles: of a jet, at most; the rest is filled up with zeros.
        seed: of what is drawn.
    """
    draw = np.random.default_rng(seed)

    def jets(number):
        label = draw.integers(0, 2, number)
        there = np.arange(particles) < draw.integers(10, particles + 1, (number, 1))  # (n, p)
        pt = there * draw.gamma(0.7, 1, (number, particles)).clip(0.01)
        share = draw.uniform(0.3, 0.7, (number, 1))  # of the momentum, that goes with the first prong
        prong = draw.random((number, particles)) < share
        way, apart = draw.uniform(0, 2 * np.pi, (number, 1)), draw.uniform(0.45, 0.9, (number, 1))
        apart = apart * np.where(prong, 1 - share, -share) * label[:, None]
        spread = np.where(label[:, None] == 1, 0.07, draw.uniform(0.07, 0.16, (number, 1)))
        offsets = np.stack([np.cos(way), np.sin(way)], -1) * apart[..., None]
        offsets = offsets + spread[..., None] * draw.standard_t(4, (number, particles, 2))
        soft = draw.random((number, particles)) < 0.25  # pile-up: soft, and anywhere in the cone
        pt = np.where(soft, 0.05 * pt, pt)
        offsets = np.where(soft[..., None], draw.uniform(-0.7, 0.7, offsets.shape), offsets)
        axis = np.stack([draw.uniform(-2, 2, number), draw.uniform(-np.pi, np.pi, number)], -1)
        place = axis[:, None] + offsets
        place[..., 1] = (place[..., 1] + np.pi) % (2 * np.pi) - np.pi  # as a detector counts azimuth
        return centred(np.concatenate([100 * pt[..., None], place], -1)), label[:, None].astype("int32")

    return {"train": jets(train), "validation": jets(held_out), "test": jets(held_out)}


def centred(particles):
    """(pt, rapidity, azimuth) of the particles of jets → (momentum fraction, the two relative to the hardest particle).

    Args:
        particles: Float["*b p 3"], azimuth in -pi … pi; pt 0 fills up.
    """
    particles = np.asarray(particles, "float64")
    z = particles[..., 0] / particles[..., 0].sum(-1, keepdims=True)  # (*b, p)
    hardest = z.argmax(-1)[..., None, None]
    place = particles[..., 1:] - np.take_along_axis(particles[..., 1:], hardest, axis=-2)  # (*b, p, 2)
    place[..., 1] = (place[..., 1] + np.pi) % (2 * np.pi) - np.pi
    place = np.where(z[..., None] > 0, place, 0)
    return np.concatenate([z[..., None], place], -1).astype("float32")
