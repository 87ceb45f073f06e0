import itertools

from keras import ops


def set_prediction(y_true, y_pred, nothing, box):
    """DETR's loss: the cheapest matching of queries to parts, then cross-entropy and L1 under it.

    Args:
        y_true: Float["b q 5"], class (2: nothing) and box.
        y_pred: Float["b q 7"], three logits and box.
        nothing: weight of the class 2 in the cross-entropy.
        box: weight of the boxes' L1 distance.

    Returns:
        Float["b"].

    Source: Carion et al. 2020, arXiv 2005.12872, equations 1 and 2; without the overlap term.
    """
    y_pred = matched(y_true, y_pred, box)
    kind = ops.cast(y_true[..., 0], "int32")
    there = ops.cast(kind < 2, y_pred.dtype)  # (b, q)
    weight = there + nothing * (1 - there)
    log_p = ops.log_softmax(y_pred[..., :3], axis=-1)
    entropy = -ops.sum(ops.one_hot(kind, 3, dtype=log_p.dtype) * log_p, axis=-1)
    entropy = ops.sum(weight * entropy, axis=-1) / ops.sum(weight, axis=-1)
    away = ops.sum(ops.abs(y_true[..., 1:] - y_pred[..., 3:]), axis=-1)  # (b, q)
    return entropy + box * ops.sum(there * away, axis=-1) / ops.maximum(ops.sum(there, axis=-1), 1)


def matched(y_true, y_pred, box):
    """The predictions in the order of the parts that they are matched with: of all orders the cheapest."""
    queries = y_pred.shape[1]
    kind = ops.cast(y_true[..., 0], "int32")
    there = ops.cast(kind < 2, y_pred.dtype)
    probability = ops.softmax(y_pred[..., :3], axis=-1)
    chosen = ops.matmul(ops.one_hot(kind, 3, dtype=y_pred.dtype), ops.transpose(probability, (0, 2, 1)))
    away = ops.sum(ops.abs(y_true[:, :, None, 1:] - y_pred[:, None, :, 3:]), axis=-1)  # (b, parts, q)
    cost = there[..., None] * (box * away - chosen)
    orders = list(itertools.permutations(range(queries)))
    totals = ops.stack([sum(cost[:, part, query] for part, query in enumerate(order)) for order in orders], axis=-1)
    best = ops.one_hot(ops.argmin(totals, axis=-1), len(orders), dtype=y_pred.dtype)  # (b, orders)
    orders = ops.one_hot(ops.convert_to_tensor(orders), queries, dtype=y_pred.dtype)  # (orders, parts, q)
    assignment = ops.stop_gradient(ops.tensordot(best, orders, axes=1))  # (b, parts, q)
    return ops.matmul(assignment, y_pred)


def overlap(y_true, y_pred, box):
    """Intersection over union of the parts and their queries, 0 where the class is wrong; the mean over parts."""
    y_pred = matched(y_true, y_pred, box)
    kind = ops.one_hot(ops.cast(y_true[..., 0], "int32"), 3, dtype=y_pred.dtype)
    right = ops.sum(kind * ops.one_hot(ops.argmax(y_pred[..., :3], axis=-1), 3, dtype=y_pred.dtype), axis=-1)
    a, b = y_true[..., 1:], y_pred[..., 3:]
    low = ops.maximum(a[..., :2] - a[..., 2:] / 2, b[..., :2] - b[..., 2:] / 2)
    high = ops.minimum(a[..., :2] + a[..., 2:] / 2, b[..., :2] + b[..., 2:] / 2)
    common = ops.prod(ops.maximum(high - low, 0), axis=-1)
    union = ops.prod(a[..., 2:], axis=-1) + ops.prod(b[..., 2:], axis=-1) - common
    there = ops.cast(y_true[..., 0] < 2, y_pred.dtype)
    return ops.sum(there * right * common / (union + 1e-7), axis=-1) / ops.sum(there, axis=-1)
