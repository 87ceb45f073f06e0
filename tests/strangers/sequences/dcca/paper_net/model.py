import keras
from keras import layers, ops


def covariance(left, right):
    """What the columns of two centred tables have in common, over one sample less than there are."""
    left, right = ops.convert_to_tensor(left), ops.convert_to_tensor(right)
    return ops.matmul(ops.transpose(left), right) / ops.maximum(ops.cast(ops.shape(left)[0], left.dtype) - 1, 1)


def total_correlation(left, right, ridge):
    """The sum of the canonical correlations of two views of a batch: the trace norm of S11^-1/2 S12 S22^-1/2."""
    left, right = ops.convert_to_tensor(left), ops.convert_to_tensor(right)
    left, right = left - ops.mean(left, axis=0), right - ops.mean(right, axis=0)  # (b, k)
    eye = ops.eye(left.shape[-1], dtype=left.dtype)
    # Cholesky factors in the place of the symmetric roots: they differ by a rotation, which singular values don't see
    root_left = ops.cholesky(covariance(left, left) + ridge * eye)
    root_right = ops.cholesky(covariance(right, right) + ridge * eye)
    whitened = ops.solve_triangular(root_left, covariance(left, right), lower=True)
    whitened = ops.transpose(ops.solve_triangular(root_right, ops.transpose(whitened), lower=True))  # (k, k)
    return ops.sum(ops.svd(whitened, compute_uv=False))


class DeepCCA(keras.Model):
    """Two networks whose answers are as correlated over a batch as they can be; there are no targets."""

    def __init__(self, *args, ridge, **kwargs):
        super().__init__(*args, **kwargs)
        self.ridge = ridge
        self.correlation = keras.metrics.Mean("correlation")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """Less the total correlation."""
        total = total_correlation(y_pred["acoustic"], y_pred["articulatory"], self.ridge)
        self.correlation.update_state(total / y_pred["acoustic"].shape[-1])
        return -total


def network(inputs, targets, initializer, units, components, ridge):
    """A network for each view, each of two hidden layers."""
    views, answers = {}, {}
    for name in ("acoustic", "articulatory"):
        views[name] = keras.Input(inputs[name].shape, dtype=inputs[name].dtype, name=name)
        x = layers.Flatten(name=f"{name}_flat")(views[name])  # (b, frames * sensors)
        for depth in (1, 2):
            x = dense(x, units, initializer, "tanh", f"{name}_hidden{depth}")
        answers[name] = dense(x, components, initializer, None, f"{name}_components")
    return DeepCCA(views, answers, ridge=ridge, name="deep_cca")  # 2 x (b, components)


def dense(x, units, initializer, activation, name):
    """A dense layer."""
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)
