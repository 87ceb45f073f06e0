import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units, dropout):
    """A recurrent network reads the word; its last state says both parts of the ending."""
    letters = keras.Input(inputs.shape, dtype="int32", name="letters")
    x = layers.Embedding(inputs.classes, embedding, mask_zero=True, name="embedding")(letters)  # (b, t, embedding)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="reader")(x)  # (b, units)
    x = layers.Dropout(dropout, name="dropout")(x)
    answers = {
        name: layers.Dense(
            target.classes,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=units),
            name=name,
        )(x)
        for name, target in targets.items()
    }
    return keras.Model(letters, answers, name="speller")
