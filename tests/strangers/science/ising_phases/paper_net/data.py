import numpy as np

CRITICAL = 2 / np.log(1 + np.sqrt(2))  # temperature, of the infinite square lattice (Onsager)


def load_mine(size, chains, kept, seed):
    """Spin configurations at temperatures 1 … 3.5, and whether that is below the critical one.

    Args:
        size: sites a side.
        chains: Markov chains of each split.
        kept: configurations of each chain, 20 sweeps apart.
        seed: of the drawing.
    """
    rng = np.random.default_rng(seed)
    splits, groups, first = {}, {}, 0
    for split, count in chains.items():
        temperature = rng.uniform(1, 3.5, count)
        spins = configurations(rng, temperature, size, kept)  # (kept, chains, size, size)
        ordered = np.broadcast_to(temperature < CRITICAL, (kept, count))
        splits[split] = spins.reshape(-1, size, size, 1).astype("float32"), ordered.reshape(-1, 1).astype("int32")
        groups[split] = np.tile(np.arange(first, first + count), kept)
        first += count
    return {**splits, "groups": groups}


def configurations(rng, temperature, size, kept, burn_in=150, apart=20):
    """Metropolis' algorithm on a checkerboard, all chains at once, from all spins up or all down."""
    spins = np.ones((len(temperature), size, size)) * rng.choice([-1, 1], (len(temperature), 1, 1))
    black = np.indices((size, size)).sum(axis=0) % 2
    snapshots = []
    for sweep in range(burn_in + kept * apart):
        for colour in (0, 1):
            field = sum(np.roll(spins, step, axis) for step in (-1, 1) for axis in (1, 2))
            accepted = rng.random(spins.shape) < np.exp(-2 * spins * field / temperature[:, None, None])
            spins = np.where(accepted & (black == colour), -spins, spins)
        if sweep >= burn_in and (sweep - burn_in) % apart == apart - 1:
            snapshots.append(spins)
    return np.stack(snapshots)
