import keras
from keras import layers


def network(inputs, targets, initializer, hidden, attitudes):
    """From what a person answered, by a few attitudes, to all the answers."""
    x = sheet = keras.Input(inputs.shape, name="sheet")  # (b, 2 * questions)
    for name, units, activation in (
        ("encoder", hidden, "relu"),
        ("attitudes", attitudes, None),
        ("decoder", hidden, "relu"),
        ("answers", targets.shape[0], None),
    ):
        x = layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)
    return keras.Model(sheet, x, name="survey")  # (b, questions)
