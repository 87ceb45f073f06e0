import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """One reading of the request, there and back; a tag for each word, and from all words what is wanted."""

    def dense(x, width, name):
        return layers.Dense(
            width,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)

    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, t)
    x = layers.Embedding(inputs.classes, embedding, name="embedding")(words)  # (b, t, d)
    x = layers.SpatialDropout1D(0.1, name="dropout")(x)
    read = layers.LSTM(units, return_sequences=True, kernel_initializer=initializer.kernel())
    x = layers.Bidirectional(read, name="reading")(x)  # (b, t, 2 units)
    slots = dense(x, targets["slots"].classes, "slots")  # (b, t, tags)
    intent = dense(layers.GlobalMaxPooling1D(name="all_words")(x), targets["intent"].classes, "intent")  # (b, intents)
    return keras.Model(words, {"intent": intent, "slots": slots}, name="intent_slots")
