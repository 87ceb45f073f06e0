from keras import ops


def pck(y_true, y_pred, radius=0.08):
    """Share of a figure's joints that are nearer than `radius` to where they are (percentage of correct keypoints)."""
    distance = ops.sqrt(ops.sum((y_true - y_pred) ** 2, axis=-1))  # (b, joints)
    return ops.mean(ops.cast(distance < radius, y_pred.dtype), axis=-1)
