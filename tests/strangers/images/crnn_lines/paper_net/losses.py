from keras import ops

NEVER = -1e30


def ctc(y_true, y_pred):
    """-log of the probability of all paths that spell the labels; 0 is the blank, and fills up short lines."""
    labels = ops.cast(y_true, "int32")
    blanks = ops.zeros_like(labels)
    states = ops.reshape(ops.stack([blanks, labels], axis=-1), (-1, 2 * labels.shape[1]))
    states = ops.concatenate([states, blanks[:, :1]], axis=-1)  # (b, s): a blank before, between and behind labels
    log_p = ops.log_softmax(y_pred, axis=-1)
    log_p = ops.einsum("btc,bsc->bts", log_p, ops.one_hot(states, y_pred.shape[-1], dtype=log_p.dtype))
    two_before = ops.pad(states[:, :-2], [[0, 0], [2, 0]])
    skips = ops.logical_and(states != 0, states != two_before)  # past a blank between two labels that differ
    place = ops.arange(states.shape[1])
    alpha = ops.where(place < 2, log_p[:, 0], NEVER)
    for t in range(1, y_pred.shape[1]):
        one = ops.pad(alpha[:, :-1], [[0, 0], [1, 0]], constant_values=NEVER)
        two = ops.where(skips, ops.pad(alpha[:, :-2], [[0, 0], [2, 0]], constant_values=NEVER), NEVER)
        alpha = ops.logsumexp(ops.stack([alpha, one, two]), axis=0) + log_p[:, t]
    last = 2 * ops.sum(ops.cast(labels != 0, "int32"), axis=-1, keepdims=True)
    ends = ops.logical_or(place == last, place == last - 1)
    return -ops.logsumexp(ops.where(ends, alpha, NEVER), axis=-1)


def read(y_pred, longest):
    """The labels that the best path spells: repeats become one, blanks fall away, zeros fill the rest."""
    best = ops.cast(ops.argmax(y_pred, axis=-1), "int32")  # (b, t)
    before = ops.pad(best[:, :-1], [[0, 0], [1, 0]])
    kept = ops.logical_and(best != before, best != 0)
    steps = ops.arange(best.shape[1], dtype="int32")
    order = ops.argsort(ops.where(kept, steps, steps + best.shape[1]), axis=-1)
    spelled = ops.take_along_axis(ops.where(kept, best, 0), order, axis=-1)
    return spelled[:, :longest], ops.sum(ops.cast(kept, "int32"), axis=-1)


def whole_line(y_true, y_pred):
    """1 where the line is read without a mistake, 0 elsewhere."""
    y_true = ops.cast(y_true, "int32")
    spelled, length = read(y_pred, y_true.shape[1])
    right = ops.all(spelled == y_true, axis=-1)
    return ops.cast(ops.logical_and(right, length <= y_true.shape[1]), "float32")
