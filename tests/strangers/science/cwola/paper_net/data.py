import numpy as np


def load_mine(train, held_out, signal_region, sideband, seed):
    """Jets: of a signal region and of a sideband in the mass, whose shares of signal differ; which is which is unknown.

    Column 0 of the jets is the mass, which defines the two mixtures; the other five are what is inside of a jet.
    In training the target is the mixture, in validation and test, both of the signal region, it is the truth.

    Args:
        train: jets to learn from, half of them of each mixture.
        held_out: jets of the validation and of the test, each.
        signal_region: share of signal in the one mixture.
        sideband: share of signal in the other.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)

    def jets(signal, inside):
        mass = np.where(inside, rng.uniform(70, 110, len(signal)), rng.uniform(110, 200, len(signal)))
        tau21 = rng.beta(np.where(signal, 3, 5), np.where(signal, 6, 4))
        tau32 = rng.beta(np.where(signal, 5, 6), np.where(signal, 4, 4))
        width = rng.gamma(np.where(signal, 4, 3), np.where(signal, 0.03, 0.05))
        tracks = rng.poisson(np.where(signal, 30, 36) * (0.5 + 2 * width)) / 10
        splitting = np.where(signal, rng.uniform(0.05, 0.5, len(signal)), 0.5 * rng.beta(1, 3, len(signal)))
        return np.column_stack([mass, tau21, tau32, width, tracks, splitting])

    inside = np.arange(train) % 2 == 0
    mixed = jets(rng.random(train) < np.where(inside, signal_region, sideband), inside)
    truths = [rng.random(held_out) < 0.5 for _ in range(2)]
    pure = [jets(truth, np.full(held_out, True)) for truth in truths]
    mean, deviation = mixed.mean(axis=0), mixed.std(axis=0)

    def split(jets, label):
        columns = ((jets - mean) / deviation)[:, 1:]  # the mass tells the mixtures apart, and is left out
        return columns.astype("float32"), label[:, None].astype("int32")

    return {"train": split(mixed, inside), "validation": split(pure[0], truths[0]), "test": split(pure[1], truths[1])}
