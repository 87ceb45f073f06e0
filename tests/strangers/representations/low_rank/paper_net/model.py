import keras
from keras import layers


def network(inputs, targets, initializer, units, rank):
    """Hidden layers whose kernels are products of two thin ones, a few weights each."""
    x = signal = keras.Input(inputs.shape, name="signal")
    for name in ("first", "second"):
        x = layers.Dense(rank, use_bias=False, kernel_initializer=initializer.kernel(), name=f"{name}_thin")(x)
        x = layers.Dense(
            units,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=rank),
            name=name,
        )(x)  # (b, units)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logits",
    )(x)  # (b, 10)
    return keras.Model(signal, logits, name="low_rank")
