import numpy as np

LINES = {  # energies in MeV, and how often they are emitted
    "Cs-137": [(0.662, 0.85)],
    "Co-60": [(1.173, 1.0), (1.332, 1.0)],
    "K-40": [(1.461, 0.5)],
    "Na-22": [(0.511, 1.2), (1.275, 1.0)],
    "Eu-152": [(0.344, 0.4), (0.779, 0.2), (0.964, 0.2), (1.112, 0.2), (1.408, 0.25)],
    "I-131": [(0.284, 0.1), (0.364, 0.8), (0.637, 0.1)],
}


def load_mine(train, held_out, seed):
    """Poisson counts of mixtures of up to four nuclides over a falling background, with a gain that drifts."""
    rng = np.random.default_rng(seed)
    channels = (np.arange(96) + 0.5) * 1.6 / 96  # MeV

    def spectrum(present):
        gain = rng.normal(1, 0.01)
        mean = rng.uniform(20, 60) * np.exp(-channels / 0.5) + 2
        for here, lines in zip(present, LINES.values(), strict=False):
            strength = here * np.exp(rng.uniform(np.log(30), np.log(1200)))
            for energy, share in lines:
                width = 0.03 * np.sqrt(energy)
                peak = np.exp(-(((channels - gain * energy) / width) ** 2) / 2) / width * (1.6 / 96) / 2.5
                mean = mean + strength * share * (peak + 0.006 * (channels < 0.75 * energy))  # and its Compton edge
        return rng.poisson(mean)

    def draw(n):
        present = np.zeros((n, 6), "int32")
        for row in present:
            row[rng.permutation(6)[: rng.integers(1, 5)]] = 1
        return np.stack([spectrum(row) for row in present])[:, :, None].astype("float32"), present

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
