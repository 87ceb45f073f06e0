from keras import ops


def non_negative_risk(known, score, prior):
    """Kiryo et al. 2017, Algorithm 1, with the sigmoid loss: where the negatives' risk is below 0, it is raised."""
    unknown = 1.0 - known
    positives, others = ops.maximum(ops.sum(known), 1.0), ops.maximum(ops.sum(unknown), 1.0)
    as_positive = ops.sum(known * ops.sigmoid(-score)) / positives
    as_negative = ops.sum(known * ops.sigmoid(score)) / positives
    negative = ops.sum(unknown * ops.sigmoid(score)) / others - prior * as_negative
    return ops.where(negative < 0, -negative, prior * as_positive + negative)
