from keras import ops


def bits(latent, mean, scale):
    """-log2 of the probability of the unit interval around each value, under a logistic density."""
    above = ops.sigmoid((latent + 0.5 - mean) / scale)
    below = ops.sigmoid((latent - 0.5 - mean) / scale)
    return -ops.log(ops.maximum(above - below, 1e-9)) / ops.log(2.0)
