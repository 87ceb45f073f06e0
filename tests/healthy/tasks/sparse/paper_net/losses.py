"""YOURS. What is minimised; the penalty on the code stands in model.py (Sparse).

Shapes: b batch, p pixels.
"""

from keras import ops


def reconstruction(y_true, y_pred):
    """Half the squared error, averaged over the pixels.

    Args:
        y_true: Float["b p"], the patch.
        y_pred: Float["b p"], what the code still says of it.

    Returns:
        Float["b"], >= 0.

    Source: Ng 2011, Sparse autoencoder, CS294A lecture notes.
    """
    return 0.5 * ops.mean(ops.square(y_pred - y_true), axis=-1)  # (b)
