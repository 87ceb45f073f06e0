import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, dropout):
    """How likely a step falls at each moment, added up over the window."""

    def conv(units, width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=width * x.shape[-1])
        options = {"padding": "same", "kernel_initializer": kernel, "bias_initializer": bias, **options}
        return layers.Conv1D(units, width, **options)(x)

    axes = keras.Input(inputs.shape, dtype=inputs.dtype, name="axes")  # (b, 128, 3)
    x = layers.GroupNormalization(groups=1, name="scale")(axes)
    x = conv(filters, 9, x, activation="swish", name="conv_0")  # (b, 128, filters)
    x = layers.AveragePooling1D(2)(x)  # (b, 64, filters)
    x = conv(filters, 7, x, activation="swish", name="conv_1")
    x = layers.SpatialDropout1D(dropout)(x)
    falls = conv(1, 5, x, activation="softplus", name="falls")  # (b, 64, 1)
    steps = layers.Lambda(lambda falls: ops.mean(falls, axis=1) * 4.0, name="steps")(falls)  # a rate, of 4 s: (b, 1)
    return keras.Model(axes, steps, name="pedometer")
