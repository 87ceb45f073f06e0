from keras import ops


def decoded(y_true, y_pred, words):
    """1 where the code word that is nearest to the bits' probabilities, in the sum of distances, is the target."""
    table = ops.convert_to_tensor([[float(bit) for bit in word] for word in words])  # (classes, bits)
    distances = ops.sum(ops.abs(ops.sigmoid(y_pred)[:, None] - table), axis=-1)  # (b, classes)
    answer = ops.take(table, ops.argmin(distances, axis=-1), axis=0)
    return ops.cast(ops.all(ops.equal(answer, ops.cast(y_true, answer.dtype)), axis=-1), "float32")
