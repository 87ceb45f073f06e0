import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, dropout):
    """Square roots of the shares, normalized over the batch, and one hidden layer.

    Args:
        units: of the hidden layer.
        dropout: of its inputs and outputs.
    """
    shares = keras.Input(inputs.shape, name="shares")  # (b, words)
    x = layers.BatchNormalization(name="norm")(ops.sqrt(shares))
    for i, (width, activation) in enumerate([(units, "gelu"), (targets.classes, None)]):
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=f"dense_{i}")(x)
    return keras.Model(shares, x, name="stylometry")  # (b, authors)
