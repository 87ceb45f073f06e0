import keras
from keras import layers, ops


def inverse_root(matrix, least=1e-4):
    """M^(-1/2) of a symmetric matrix, whose eigenvalues are taken to be `least` at the least."""
    values, vectors = ops.linalg.eigh(matrix)
    return ops.matmul(vectors / ops.sqrt(ops.maximum(values, least)), ops.transpose(vectors))


def vamp2(now, later):
    """1 + |C00^(-1/2) C01 C11^(-1/2)|², of features (b, f) whose mean over the batch is taken away."""
    number = ops.cast(ops.shape(now)[0] - 1, now.dtype)
    now, later = now - ops.mean(now, axis=0), later - ops.mean(later, axis=0)

    def covariance(left, right):
        return ops.matmul(ops.transpose(left), right) / number

    within, ahead = inverse_root(covariance(now, now)), inverse_root(covariance(later, later))
    return 1 + ops.sum(ops.matmul(ops.matmul(within, covariance(now, later)), ahead) ** 2)


class Vampnet(keras.Model):
    """Finds the features that are slowest; what is minimised is minus their score, of the batch as a whole."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        # the last of the shares is 1 less the others: with it the covariance would have no inverse
        return -vamp2(y_pred[:, 0, :-1], y_pred[:, 1, :-1])


def network(inputs, targets, initializer, units, depth, states):
    """One lobe, used twice: to which of the states a step belongs, and the one after the lag."""
    lobe = keras.Sequential(name="lobe")
    lobe.add(keras.Input(inputs["now"].shape))
    fan_in = inputs["now"].shape[-1]
    for layer in range(depth + 1):
        last = layer == depth
        lobe.add(
            layers.Dense(
                states if last else units,
                "softmax" if last else "elu",
                kernel_initializer=initializer.kernel(),
                bias_initializer=initializer.bias(fan_in=fan_in),
                name="shares" if last else f"dense{layer}",
            )
        )
        fan_in = units
    now = keras.Input(inputs["now"].shape, dtype=inputs["now"].dtype, name="now")  # (b, 6)
    later = keras.Input(inputs["later"].shape, dtype=inputs["later"].dtype, name="later")
    both = layers.Lambda(lambda two: ops.stack(two, axis=1), output_shape=(2, states), name="both")
    return Vampnet({"now": now, "later": later}, both([lobe(now), lobe(later)]), name="vampnet")  # (b, 2, states)
