"""The non-negative risk of positive and unlabelled samples."""

from keras import ops


def nn_pu(labelled, score, prior):
    """prior * R_p+ + max(0, R_u- - prior * R_p-), with the sigmoid loss.

    Args:
        labelled: (b), 1 of a labelled positive, 0 of an unlabelled sample.
        score: (b), positive where the sample is taken for a positive one.
        prior: share of positives among the unlabelled.

    Source: Kiryo et al. 2017, equation 6.
    """

    def mean(values, weights):
        return ops.sum(values * weights) / ops.maximum(ops.sum(weights), 1.0)

    as_positive, as_negative = ops.sigmoid(-score), ops.sigmoid(score)
    positive = mean(as_positive, labelled)
    negative = mean(as_negative, 1 - labelled) - prior * mean(as_negative, labelled)
    return prior * positive + ops.maximum(negative, 0.0)


def right_sign(y_true, y_pred):
    return ops.cast((y_pred[:, 0] > 0) == (y_true[:, 1] > 0.5), "float32")
