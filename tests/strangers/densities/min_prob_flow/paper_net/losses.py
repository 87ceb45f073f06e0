from keras import ops


def flow(energy, neighbours):
    """Minimum probability flow: the sum over a state's neighbours of exp((E(state) - E(neighbour)) / 2)."""
    # energy: Float["b"]; neighbours: Float["b n"], their energies. Equal energies flow at a rate of 1 to each.
    return ops.sum(ops.exp(0.5 * (energy[:, None] - neighbours)), axis=-1)
