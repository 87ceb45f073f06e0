import keras
from keras import layers


def network(inputs, targets, initializer, width, units):
    """A recurrent network that runs a program: after each command, the counter."""
    program = keras.Input(inputs.shape, dtype=inputs.dtype, name="program")  # (b, t)
    x = layers.Embedding(inputs.classes, width, name="commands")(program)  # (b, t, width)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), return_sequences=True, name="state")(x)
    x = layers.Dense(units, activation="relu", kernel_initializer=initializer.kernel(), name="hidden")(x)
    logits = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="counter")(x)
    return keras.Model(program, logits, name="machine")  # (b, t, classes)
