import keras
from keras import layers


def network(inputs, targets, initializer):
    """From a trial (b, 6) to the logs of the mean and the shape of its inverse Gaussian (b, 2)."""
    x = trial = keras.Input(inputs.shape, name="trial")
    for i in range(2):
        x = layers.Dense(
            32,
            activation="silu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            kernel_regularizer=keras.regularizers.L2(1e-4),
            name=f"hidden_{i}",
        )(x)
    logs = layers.Dense(2, kernel_initializer=initializer.kernel(), name="logs")(x)
    return keras.Model(trial, logs, name="reaction_times")
