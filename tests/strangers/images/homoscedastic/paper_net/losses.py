from keras import ops


def weighed(loss, log_variance, share):
    """exp(-s) share · loss + s / 2 with s = log sigma²: share is 1/2 of a regression, 1 of a classification."""
    return ops.exp(-log_variance) * share * loss + log_variance / 2
