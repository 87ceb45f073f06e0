from keras import ops


def occupancy(y_true, y_pred):
    """-log of the probability of a detection history, presence summed out: y_true (b, visits), y_pred (b, 2) logits."""
    log_present, log_absent = ops.log_sigmoid(y_pred[:, 0]), ops.log_sigmoid(-y_pred[:, 0])  # (b)
    log_seen, log_missed = ops.log_sigmoid(y_pred[:, 1:]), ops.log_sigmoid(-y_pred[:, 1:])  # (b, 1)
    took_place = ops.cast(y_true >= 0, y_pred.dtype)  # (b, visits)
    visits = took_place * (y_true * log_seen + (1 - y_true) * log_missed)
    if_present = log_present + ops.sum(visits, axis=-1)  # (b)
    never_seen = ops.all(y_true <= 0, axis=-1)
    return -ops.where(never_seen, ops.logaddexp(if_present, log_absent), if_present)
