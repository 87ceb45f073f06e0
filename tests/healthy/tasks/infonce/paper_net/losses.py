"""YOURS. What is minimised.

Shapes: b batch, d size of the embedding.
"""

from keras import ops


def info_nce(y_true, y_pred, temperature=0.1):
    """Symmetric InfoNCE: each view is to find its partner among those of the whole batch, which are its negatives.

        loss_i = -½ log softmax_j(a_i·b_j / τ)[i] - ½ log softmax_j(b_i·a_j / τ)[i]

    The value of a sample depends on the batch it is in; that is how the paper defines it.

    Args:
        y_true: not looked at, nothing is labelled.
        y_pred: Float["b 2 d"], both embeddings of each sample, of unit length.
        temperature: τ; the smaller, the more the hardest negatives count.

    Returns:
        Float["b"], >= 0; ln b where the network knows nothing.

    Source: Radford et al. 2021, arXiv 2103.00020, figure 3.
    """
    similarity = similarities(y_pred) / temperature  # (b, b)
    forth = ops.diagonal(ops.log_softmax(similarity, axis=1))
    back = ops.diagonal(ops.log_softmax(similarity, axis=0))
    return -0.5 * (forth + back)  # (b)


def similarities(y_pred):
    return ops.matmul(y_pred[:, 0], ops.transpose(y_pred[:, 1]))


def retrieved(y_true, y_pred):
    """1 where the nearest microphone embedding of the batch is the camera's own; the larger, the harder it is."""
    nearest = ops.argmax(similarities(y_pred), axis=1)  # (b)
    return ops.cast(ops.equal(nearest, ops.arange(ops.shape(y_pred)[0], dtype=nearest.dtype)), "float32")
