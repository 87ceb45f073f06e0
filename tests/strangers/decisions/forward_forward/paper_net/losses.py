from keras import ops


def goodness(activity):
    """The mean square of a layer's activities; (b,)."""
    return ops.mean(ops.square(activity), axis=-1)


def contrasted(good, bad, threshold):
    """-log of how surely goodness above the threshold tells real from made-up samples; (b,)."""
    return ops.softplus(threshold - good) + ops.softplus(bad - threshold)
