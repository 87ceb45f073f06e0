import numpy as np


def load_mine(train, held_out, cells, seed):
    """Showers in a calorimeter of cells: of which particle, and of which energy?

    Args:
        train: showers to learn from.
        held_out: showers of the validation and of the test, each.
        cells: of a side.
        seed: of the draw.
    """
    rng = np.random.default_rng(seed)
    return {split: showers(count, cells, rng) for split, count in
            {"train": train, "validation": held_out, "test": held_out}.items()}  # fmt: skip


def showers(count, cells, rng):
    """Deposits of electrons (0; narrow), pions (1; wide, ragged, some of it not seen) and gammas with a second core (2)."""
    kind = rng.integers(3, size=count)
    energy = np.exp(rng.uniform(np.log(5), np.log(50), count))  # GeV
    seen = np.where(kind == 1, rng.normal(0.75, 0.12, count), rng.normal(0.97, 0.02, count)).clip(0.2) * energy
    rows, columns = np.indices((cells, cells))[:, None]
    centre = (cells - 1) / 2 + rng.uniform(-1, 1, (2, count, 1, 1))
    angle, share = rng.uniform(0, 2 * np.pi, (count, 1, 1)), rng.uniform(0.3, 0.7, (count, 1, 1))
    second = (kind == 2)[:, None, None]
    width = np.where(kind == 1, 1.6, 0.9)[:, None, None] * rng.lognormal(0, 0.1, (count, 1, 1))

    def core(sign):
        y, x = centre[0] + sign * second * np.sin(angle), centre[1] + sign * second * np.cos(angle)
        profile = np.exp(-np.sqrt((rows - y) ** 2 + (columns - x) ** 2) / (0.6 * width))
        return profile / profile.sum(axis=(1, 2), keepdims=True)

    profile = share * core(1) + (1 - share) * core(-1)
    ragged = np.where(kind == 1, 0.8, 0.1)[:, None, None]
    deposit = seen[:, None, None] * profile * rng.lognormal(0, 1, (count, cells, cells)) ** ragged
    deposit += abs(rng.normal(0, 0.02, deposit.shape))
    targets = {"particle": kind.astype("int32"), "energy": np.log(energy / 15)[:, None].astype("float32")}
    return np.log1p(deposit)[..., None].astype("float32"), targets
