import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, dropout):
    """One encoder for both drugs; sum and product of its answers do not tell which came first.

    Args:
        units: of the encoder and of the layer behind it.
        dropout: of the joined features.
    """

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    pair = keras.Input(inputs.shape, dtype=inputs.dtype, name="pair")  # (b, 2, 32)
    drug = dense(units, pair, activation="tanh", name="encoder")  # (b, 2, units)
    x = ops.concatenate([ops.sum(drug, axis=1), ops.prod(drug, axis=1)], axis=-1)  # (b, 2 units)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.LayerNormalization(name="norm")(dense(units, x, activation="gelu", name="hidden"))  # (b, units)
    return keras.Model(pair, dense(targets.shape[0], x, name="effects"), name="pairs")  # (b, 6)
