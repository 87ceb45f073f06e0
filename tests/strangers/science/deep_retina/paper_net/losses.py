import keras
from keras import ops


class Correlation(keras.metrics.Metric):
    """Pearson's correlation of rate and count, of each cell over all samples; their mean."""

    def __init__(self, cells, name="correlation"):
        super().__init__(name=name)
        self.sums = self.add_variable((6, cells), initializer="zeros", name="sums")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y, p = ops.cast(y_true, "float32"), ops.cast(y_pred, "float32")
        new = [ops.sum(of, axis=0) for of in (ops.ones_like(y), y, p, y * y, p * p, y * p)]
        self.sums.assign(self.sums + ops.stack(new))

    def result(self):
        n, y, p, yy, pp, yp = ops.unstack(self.sums, 6)
        covariance = yp / n - y * p / n**2
        return ops.mean(covariance / ops.sqrt((yy / n - (y / n) ** 2) * (pp / n - (p / n) ** 2) + 1e-7))
