from keras import ops


def hamiltonian(y_true, y_pred):
    """-expected edges cut, per node: y_true (b, n, n) the graph, y_pred (b, n) probabilities of the one side."""
    cut = expected_cut(y_true, y_pred)
    return -cut / y_pred.shape[-1]


def expected_cut(adjacency, p):
    """Sum over edges of p_i + p_j - 2 p_i p_j; each edge stands in the matrix twice, once as p_i (1 - p_j)."""
    return ops.sum(adjacency * p[:, :, None] * (1 - p[:, None, :]), axis=(1, 2))


def cut_share(y_true, y_pred):
    """Share of the edges that are cut once each node is put on its likelier side."""
    side = ops.cast(y_pred > 0.5, y_pred.dtype)
    return expected_cut(y_true, side) / ops.maximum(ops.sum(y_true, axis=(1, 2)) / 2, 1)
