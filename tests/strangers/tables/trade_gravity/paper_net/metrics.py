import keras
from keras import ops


class Explained(keras.metrics.Metric):
    """1 - deviance / deviance of the mean, of Poisson; 1 is perfect, the mean of what is judged scores 0."""

    def __init__(self, name="explained", **options):
        super().__init__(name=name, **options)
        self.sums = self.add_variable((4,), "zeros", name="sums")  # y log y, y log p, y, p
        self.count = self.add_variable((), "zeros", name="count")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y, p = ops.cast(y_true, "float32"), ops.maximum(ops.cast(y_pred, "float32"), 1e-7)
        of = [y * ops.log(ops.maximum(y, 1e-7)), y * ops.log(p), y, p]
        self.sums.assign_add(ops.stack([ops.sum(term) for term in of]))
        self.count.assign_add(ops.cast(ops.size(y), "float32"))

    def result(self):
        own, crossed, y, p = (self.sums[i] for i in range(4))
        of_mean = own - y * ops.log(ops.maximum(y / ops.maximum(self.count, 1), 1e-7))
        return 1 - (own - crossed - y + p) / ops.maximum(of_mean, 1e-7)
