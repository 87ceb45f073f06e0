from keras import ops


def sides(boxes):
    """Distances to left, top, right, bottom, a cell's side each; Float["*b 4"] → four of Float["*b"]."""
    return [boxes[..., i] for i in range(4)]


def iou(y_true, y_pred):
    """Intersection over union of two boxes that are seen from one place; Float["*b 4"] each → Float["*b"]."""
    lo, t, r, b = sides(y_true)
    left, top, right, bottom = sides(y_pred)
    overlap = (ops.minimum(lo, left) + ops.minimum(r, right)) * (ops.minimum(t, top) + ops.minimum(b, bottom))
    union = (lo + r) * (t + b) + (left + right) * (top + bottom) - overlap
    return overlap / ops.maximum(union, 1e-6)


def fcos(y_true, y_pred, alpha=0.25, gamma=2.0):
    """Focal loss of all places and classes, and IoU loss and cross-entropy of the places in objects, by their number.

    Args:
        y_true: a dict of `classes` Float["b h w c"], 0 or 1, `boxes` Float["b h w 4"] and `centre` Float["b h w 1"].
        y_pred: a dict of the same; classes and centre are logits.
    """
    classes = y_true["classes"]
    inside = ops.max(classes, axis=-1)  # (b, h, w)
    places = ops.maximum(ops.sum(inside), 1.0)
    logits = y_pred["classes"]
    right = ops.where(classes > 0, ops.sigmoid(logits), ops.sigmoid(-logits))
    weight = ops.where(classes > 0, alpha, 1 - alpha)
    focal = ops.sum(-weight * (1 - right) ** gamma * ops.log(right + 1e-7)) / places
    overlap = ops.clip(iou(y_true["boxes"], y_pred["boxes"]), 1e-6, 1.0)
    box = ops.sum(inside * -ops.log(overlap)) / places
    entropy = ops.softplus(y_pred["centre"]) - y_true["centre"] * y_pred["centre"]  # (b, h, w, 1)
    return focal + box + ops.sum(inside * entropy[..., 0]) / places
