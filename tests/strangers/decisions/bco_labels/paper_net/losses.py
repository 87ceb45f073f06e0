import keras
from keras import ops


def inverse_dynamics(actions, logits):
    """Cross-entropy where the action is recorded, not -1; 0 where none is. Torabi et al. 2018, equation 2."""
    known = ops.cast(actions >= 0, logits.dtype)  # (b)
    each = keras.losses.sparse_categorical_crossentropy(ops.maximum(actions, 0), logits, from_logits=True)  # (b)
    return ops.sum(known * each) / ops.maximum(ops.sum(known), 1)


def imitation(said, logits, watched):
    """Cross-entropy of the policy with what the expert is said to have done, over his steps. Equation 3."""
    each = keras.losses.sparse_categorical_crossentropy(said, logits, from_logits=True)  # (b)
    return ops.sum(watched * each) / ops.maximum(ops.sum(watched), 1)
