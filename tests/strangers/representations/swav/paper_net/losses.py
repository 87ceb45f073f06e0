import keras
from keras import ops


def sinkhorn(scores, epsilon, rounds=3):
    """Codes of a batch: every prototype gets an equal share of it; each sample's shares sum to 1."""
    q = ops.exp((scores - ops.max(scores)) / epsilon)  # (b, k)
    for _ in range(rounds):
        q = q / ops.sum(q, axis=0, keepdims=True)
        q = q / ops.sum(q, axis=1, keepdims=True)
    return q


def swapped(scores, codes, temperature):
    """Equation 2: cross-entropy of one view's shares of the prototypes and the other's code."""
    return -ops.mean(ops.sum(codes * ops.log_softmax(scores / temperature, axis=-1), axis=-1))


class Purity(keras.metrics.Metric):
    """Share of samples whose class is the commonest of their prototype."""

    def __init__(self, prototypes, classes, **kwargs):
        super().__init__(**kwargs)
        self.table = self.add_weight(shape=(prototypes, classes), initializer="zeros", name="table")

    def update_state(self, y_true, y_pred, sample_weight=None):
        chosen = ops.one_hot(ops.argmax(y_pred, axis=-1), self.table.shape[0])
        known = ops.one_hot(ops.cast(y_true, "int32"), self.table.shape[1])
        self.table.assign_add(ops.matmul(ops.transpose(chosen), known))

    def result(self):
        return ops.sum(ops.max(self.table, axis=1)) / ops.maximum(ops.sum(self.table), 1.0)
