import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """From words to one score a topic; the loss and the metrics put sparsemax upon these."""
    words = keras.Input(inputs.shape, name="words")
    x = layers.BatchNormalization(name="norm")(words)
    x = layers.Dense(
        units,
        activation="elu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="hidden",
    )(x)  # (b, units)
    scores = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="scores",
    )(x)  # (b, labels)
    return keras.Model(words, scores, name="topics")
