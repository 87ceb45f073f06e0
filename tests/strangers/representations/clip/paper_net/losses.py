from keras import ops


def contrastive(image, text):
    """Of each picture its caption among the batch's, and of each caption its picture (Figure 3).

    Args:
        image: Float["b d"], already times the temperature's inverse.
        text: Float["b d"].

    Returns:
        Float["b"], the mean of both directions.
    """
    image, text = ops.convert_to_tensor(image), ops.convert_to_tensor(text)
    logits = ops.matmul(image, ops.transpose(text))  # (pictures, captions)
    of_images = -ops.diagonal(ops.log_softmax(logits, axis=1))
    of_texts = -ops.diagonal(ops.log_softmax(logits, axis=0))
    return (of_images + of_texts) / 2


def retrieved(image, text):
    """1 where a picture's own caption is the most similar one of its batch."""
    best = ops.argmax(ops.matmul(image, ops.transpose(text)), axis=1)
    return ops.cast(ops.equal(best, ops.arange(ops.shape(image)[0], dtype=best.dtype)), "float32")
