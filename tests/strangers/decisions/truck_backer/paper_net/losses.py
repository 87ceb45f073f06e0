from keras import ops


def docking(y_true, y_pred):
    """How far the rear is from the dock at the origin, squared, and how aslant the trailer stands; (b,)."""
    return ops.square(y_pred[:, 0]) + ops.square(y_pred[:, 1]) + ops.square(y_pred[:, 2])


def miss(y_true, y_pred):
    """The distance between rear and dock; (b,)."""
    return ops.sqrt(ops.square(y_pred[:, 0]) + ops.square(y_pred[:, 1]))
