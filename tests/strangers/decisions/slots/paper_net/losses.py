from itertools import permutations

from keras import ops


def matched(y_true, y_pred):
    """Squared distance of two sets in their best order, by trying all: min over orders of mean_k |y_k - p_order(k)|²."""
    n = y_true.shape[1]
    far = ops.sum((y_true[:, :, None] - y_pred[:, None]) ** 2, axis=-1)  # (b, k true, k predicted)
    orders = [sum(far[:, i, j] for i, j in enumerate(order)) / n for order in permutations(range(n))]
    return ops.min(ops.stack(orders, axis=-1), axis=-1)  # (b)


def same(y_true):
    return y_true
