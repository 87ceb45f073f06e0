from keras import ops


def joint(one, other):
    """The symmetric joint distribution of two assignments over a batch (Ji et al. 2019, equation 2)."""
    p = ops.einsum("bc,bd->cd", one, other) / ops.cast(ops.shape(one)[0], one.dtype)  # (c, c)
    return (p + ops.transpose(p)) / 2


def negative_information(p):
    """Minus the mutual information of rows and columns (equation 3), in nats."""
    p = ops.maximum(p, 1e-9)
    rows, columns = ops.sum(p, axis=1, keepdims=True), ops.sum(p, axis=0, keepdims=True)
    return -ops.sum(p * (ops.log(p) - ops.log(rows) - ops.log(columns)))
