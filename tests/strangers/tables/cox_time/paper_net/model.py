import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, dropout):
    """Relative log risk g(t, x), a multilayer perceptron that reads the time, too."""
    given = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    x = layers.Concatenate(name="both")([given["covariates"], given["time"]])  # (b, 4)
    for i in range(2):
        x = dense(x, units, initializer, name=f"hidden_{i}")  # (b, units)
        x = layers.BatchNormalization(name=f"norm_{i}")(layers.ReLU(name=f"relu_{i}")(x))
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    g = layers.Dense(1, use_bias=False, kernel_initializer=initializer.kernel(), name="risk")(x)  # a bias would cancel
    return CoxTime(inputs=given, outputs=g, name="cox_time")  # (b, 1)


class CoxTime(keras.Model):
    """Trained by the partial likelihood over risk sets within the batch (Kvamme et al. 2019, equation 9).

    loss = mean over events i of log sum over j with T_j >= T_i of exp(g(T_i, x_j) - g(T_i, x_i))
    """

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.concordance = keras.metrics.Mean(name="concordance")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        covariates, time = x["covariates"], x["time"]  # (b, 3), (b, 1)
        b = ops.shape(time)[0]
        each = {"covariates": ops.tile(covariates, (b, 1)), "time": ops.repeat(time, b, axis=0)}  # (b * b, …)
        g = ops.reshape(self(each, training=training), (b, b))  # of the patient in the column, at the row's time
        own = ops.diagonal(g)[:, None]  # (b, 1)
        at_risk = ops.cast(ops.transpose(time) >= time, g.dtype)  # (b, b)
        terms = ops.log(ops.sum(at_risk * ops.exp(g - own), axis=1))  # (b)
        later = (at_risk - ops.eye(b, dtype=g.dtype)) * y[:, None]
        ranked = ops.sum(later * ops.cast(g < own, g.dtype)) / ops.maximum(ops.sum(later), 1)
        self.concordance.update_state(ranked)
        return ops.sum(y * terms) / ops.maximum(ops.sum(y), 1)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
