"""YOURS. What is minimised.

Shapes: b batch, d values of an embedding.
"""

from keras import ops


def info_nce(y_true, y_pred, temperature):
    """Contrastive loss: among the batch's keys, which is the other view of the same sample? Both ways, averaged.

        loss = -log softmax(q · k / temperature)[own],   q and k of unit length

    Args:
        y_true: unread; the sample's class, if it has one.
        y_pred: Float["b 4 d"], queries and keys of two views: q1, q2, k1, k2.
        temperature: > 0.

    Returns:
        Float["b"], >= 0; ln b where all embeddings are alike.

    Source: van den Oord et al. 2018, arXiv 1807.03748, equation 4.
    """
    q1, q2, k1, k2 = (unit(y_pred[:, i]) for i in range(4))  # (b, d)
    return (contrast(q1, k2, temperature) + contrast(q2, k1, temperature)) / 2


def contrast(queries, keys, temperature):
    logits = ops.matmul(queries, ops.transpose(ops.stop_gradient(keys))) / temperature  # (b, b)
    return -ops.diagonal(ops.log_softmax(logits, axis=-1))  # (b)


def unit(x):
    return x / ops.sqrt(ops.sum(x**2, axis=-1, keepdims=True) + 1e-12)
