import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The stages of half a night: each epoch's features, then what comes before and after."""
    night = keras.Input(inputs.shape, dtype=inputs.dtype, name="night")  # (b, t, f)
    x = dense(2 * units, night, initializer, activation="silu", name="features")
    x = layers.Dropout(0.1, name="dropout")(x)
    for i in range(2):
        gru = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel())
        x = layers.Bidirectional(gru, name=f"context_{i}")(x)  # (b, t, 2 units)
    return keras.Model(night, dense(targets.classes, x, initializer, name="stages"), name="sleep")  # (b, t, classes)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
