from keras import ops


def pck(y_true, y_pred, within=0.06):
    """Share of a figure's joints that are found, to this share of the picture's side."""
    distance = ops.sqrt(ops.sum((y_true - y_pred) ** 2, axis=-1))  # (b, joints)
    return ops.mean(ops.cast(distance < within, y_pred.dtype), axis=-1)
