import keras
from keras import layers


def network(inputs, targets, initializer):
    """Logistic regression, as in the paper."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, 30)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[-1]),
        name="logits",
    )(signal)  # (b, 3)
    return keras.Model(signal, logits, name="logistic")
