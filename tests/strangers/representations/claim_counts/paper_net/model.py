"""YOURS. What learns. Shapes: b batch."""

import keras
from keras import layers, ops, regularizers


def network(inputs, targets, initializer, units, embedding, penalty):
    """The log of the mean count (b, 1)."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    signals = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    region = layers.Embedding(inputs["region"].classes, embedding, name="embedding")(signals["region"])
    x = layers.Concatenate(name="all")([signals["policy"], region])  # (b, 6 + embedding)
    for i in range(2):
        decay = regularizers.L2(penalty)
        x = dense(units, x, activation="elu", kernel_regularizer=decay, name=f"hidden_{i}")  # (b, units)
    a_year = dense(targets.shape[-1], x, name="a_year")  # (b, 1), a log
    offset = ops.log(signals["years"])
    return keras.Model(signals, layers.Add(name="log_mean")([a_year, offset]), name="counts")
