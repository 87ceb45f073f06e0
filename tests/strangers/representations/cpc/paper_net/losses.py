from keras import ops


def ahead(codes, predicted, steps):
    """The codes that are to be predicted, and beside each what was predicted of it `steps` earlier."""
    return codes[:, steps:], predicted[:, :-steps]  # (b, t - steps, d) each


def scores(codes, predicted):
    """Of each prediction with the code of every sample of the batch at the same step: (t, predictions, codes)."""
    return ops.einsum("btd,ctd->tbc", predicted, codes)


def info_nce(logits):
    """Cross-entropy of the sample's own code among those of the batch (van den Oord et al. 2018, equation 4)."""
    own = ops.diagonal(logits, axis1=1, axis2=2)  # (t, b)
    return ops.mean(ops.logsumexp(logits, axis=-1) - own)
