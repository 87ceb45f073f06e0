from keras import ops


def disco(y_true, y_pred, strength):
    """Cross-entropy, and the distance correlation of the tagger's answer with the mass, of background alone.

    Args:
        y_true: Float["b 2"], 1 where it is signal; the mass.
        y_pred: Float["b 1"], the logit.
        strength: of decorrelation; the paper's lambda.

    Source: Kasieczka, Shih 2020, DisCo Fever, equation 6.
    """
    entropy = bce(y_true, y_pred)
    return entropy + strength * sculpting(y_true, y_pred)


def bce(y_true, y_pred):
    logit = y_pred[:, 0]
    return ops.softplus(logit) - y_true[:, 0] * logit


def sculpting(y_true, y_pred):
    """Distance correlation, squared, of answer and mass among the batch's background; the same for each sample."""
    background = 1 - y_true[:, 0]
    value = distance_correlation(ops.sigmoid(y_pred[:, 0]), y_true[:, 1], background)
    return value * ops.ones_like(y_pred[:, 0])


def accuracy(y_true, y_pred):
    return ops.cast((y_pred[:, 0] > 0) == (y_true[:, 0] > 0.5), "float32")


def distance_correlation(f, g, weight):
    """dCorr²(f, g), between 0 (independent) and 1.

    Args:
        f, g: Float["b"].
        weight: Float["b"], of each sample.
    """
    weight = weight / (ops.sum(weight) + 1e-7)
    pair = weight[:, None] * weight[None, :]

    def centred(x):
        distance = ops.abs(x[:, None] - x[None, :])
        mean = ops.sum(distance * weight[None, :], axis=1)
        return distance - mean[:, None] - mean[None, :] + ops.sum(mean * weight)

    a, b = centred(f), centred(g)

    def covariance(u, v):
        return ops.sum(u * v * pair)

    return covariance(a, b) / ops.sqrt(covariance(a, a) * covariance(b, b) + 1e-10)
