import math

from keras import ops


def nce(real, false, log_q_real, log_q_false):
    """Noise-contrastive estimation: real (b) and false (b, k) are scores, log_q their words' log probabilities as noise."""
    log_k = math.log(false.shape[-1])
    real = real - log_k - log_q_real
    false = false - log_k - log_q_false
    return ops.softplus(-real) + ops.sum(ops.softplus(false), axis=-1)
