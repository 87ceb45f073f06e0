from keras import ops


def perceptual_gain(y_true, y_pred, power=0.5):
    """(g^power - g'^power)², so that a gain that is far too small counts, too.

    Args:
        y_true: Float["*b bands"], the ideal gains, 0 … 1.
        y_pred: the same shape.
        power: the less, the more is suppressed; the paper found 1/2.

    Returns:
        Float["*b"], the mean over the bands.

    Source: Valin 2018, arXiv 1709.08243, equation 5.
    """
    tiny = 1e-10  # the slope of a root at 0 is infinite
    return ops.mean(((y_true + tiny) ** power - (y_pred + tiny) ** power) ** 2, axis=-1)
