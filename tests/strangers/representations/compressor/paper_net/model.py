import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """One trunk for both tasks: what the sound says, at the present load, of the fault and of the wear."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    sound = keras.Input(inputs["sound"].shape, dtype=inputs["sound"].dtype, name="sound")  # (b, 64, 2)
    load = keras.Input(inputs["load"].shape, dtype=inputs["load"].dtype, name="load")  # (b, 2)
    x = sound
    for i, width in enumerate(filters):
        x = layers.SeparableConv1D(
            width, 5, strides=2, padding="same", activation="silu", depthwise_initializer=initializer.kernel(),
            pointwise_initializer=initializer.kernel(), name=f"conv_{i}",
        )(x)  # fmt: skip
    x = layers.Flatten(name="flatten")(x)
    x = layers.Concatenate(name="both")([x, dense(8, load, activation="tanh", name="load_embedding")])
    x = dense(units, x, activation="silu", name="trunk")  # (b, units)
    outputs = {
        "fault": dense(targets["fault"].classes, x, name="fault"),  # (b, 3)
        "wear": dense(1, x, name="wear"),  # (b, 1)
    }
    return keras.Model({"sound": sound, "load": load}, outputs, name="compressor")
