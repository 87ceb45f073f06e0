import numpy as np

BANDS = {  # centre and width of the absorption, in channels
    "moisture": [(24, 5), (86, 8)],
    "protein": [(40, 4), (74, 5), (108, 6)],
    "starch": [(33, 9), (66, 7), (100, 10)],
}


def load_mine(channels, scans, train, held_out, seed):
    """Near-infrared spectra of ground grain, each sample scanned a few times after it was packed anew.

    Packing scatters light: it scales the spectrum and tilts its baseline. Moisture and protein are standardized by the
    training samples.

    Args:
        channels: wavelengths.
        scans: of each sample, which has the one pair of laboratory values.
        train: samples to learn from.
        held_out: samples of the validation, and of the test.
        seed: of the samples and their scans.
    """
    rng = np.random.default_rng(seed)
    axis = np.arange(channels)
    shapes = {n: sum(np.exp(-(((axis - c) / w) ** 2) / 2) for c, w in bands) for n, bands in BANDS.items()}

    def scanned(count):
        share = {"moisture": rng.normal(12, 2, count), "protein": rng.normal(11, 1.5, count)}
        share["starch"] = 95 - share["moisture"] - share["protein"] - rng.normal(10, 2, count)
        pure = sum(0.02 * share[n][:, None] * shapes[n] for n in share)  # (samples, channels)
        packed = np.repeat(pure, scans, axis=0)
        rows = len(packed)
        scatter, tilt = rng.lognormal(0, 0.25, (rows, 1)), rng.normal(0, 0.4, (rows, 1))
        spectra = scatter * (packed + 0.6) + tilt * (axis / channels) + rng.normal(0, 0.15, (rows, 1))
        spectra = spectra + 0.01 * rng.normal(size=spectra.shape)
        values = {n: np.repeat(share[n], scans)[:, None] for n in ("moisture", "protein")}
        groups = np.repeat(np.arange(count), scans)
        return spectra[..., None].astype("float32"), values, groups

    parts, groups, before = {}, {}, 0
    for split, count in {"train": train, "validation": held_out, "test": held_out}.items():
        x, values, of = scanned(count)
        parts[split], groups[split], before = (x, values), of + before, before + count
    scale = {n: (y.mean(), y.std()) for n, y in parts["train"][1].items()}
    standard = {
        split: (x, {n: ((y - scale[n][0]) / scale[n][1]).astype("float32") for n, y in values.items()})
        for split, (x, values) in parts.items()
    }
    return {**standard, "groups": groups}
