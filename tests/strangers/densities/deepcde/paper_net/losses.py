import math

from keras import ops


def cosine_basis(y, functions):
    """sqrt(2) cos(j π y), j = 1 … functions: orthonormal on 0 … 1, together with the constant 1."""
    orders = ops.arange(1, functions + 1, dtype="float32")
    return math.sqrt(2) * ops.cos(math.pi * orders * ops.expand_dims(y, -1))  # (*b, functions)


def cde(y_true, y_pred):
    """∫ f(y|x)² dy - 2 f(y_true|x), where f = 1 + Σ β_j φ_j."""
    basis = cosine_basis(y_true, y_pred.shape[-1])  # (b, functions)
    squared = 1 + ops.sum(ops.square(y_pred), axis=-1)
    here = 1 + ops.sum(y_pred * basis, axis=-1)
    return squared - 2 * here  # (b)
