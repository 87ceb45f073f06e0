import keras
from keras import layers, ops


def only_words(scores, text):
    """The scores, and far below all of them where the text has ended, at 0."""
    scores, text = ops.convert_to_tensor(scores), ops.convert_to_tensor(text)
    return ops.where(text > 0, scores, -1e4)


class OnlyWords(layers.Layer):
    """No answer stands behind the end of the text."""

    def call(self, scores, text):
        """Of scores (b, t) and text (b, t)."""
        return only_words(scores, text)


def network(inputs, targets, initializer, width):
    """Text and question, dilated convolutions, and for each word a score of being the first, and of being the last."""
    text = keras.Input(inputs["text"].shape, dtype=inputs["text"].dtype, name="text")  # (b, t)
    question = keras.Input((), dtype=inputs["question"].dtype, name="question")  # (b)
    table = {"embeddings_initializer": initializer.kernel()}
    x = layers.Embedding(inputs["text"].classes, width, name="words", **table)(text)  # (b, t, width)
    table = {"embeddings_initializer": initializer.kernel()}
    asked = layers.Embedding(inputs["question"].classes, width, name="asked", **table)(question)
    asked = layers.RepeatVector(inputs["text"].shape[0], name="asked_everywhere")(asked)
    x = layers.Concatenate(name="read")([x, asked])  # (b, t, 2 * width)
    for dilation in (1, 1, 2, 4):
        x = layers.Conv1D(
            2 * width,
            3,
            padding="same",
            dilation_rate=dilation,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=3 * x.shape[-1]),
        )(x)
    answers = {}
    for name in ("start", "end"):
        scores = layers.Dense(
            1,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"{name}_scores",
        )(x)
        scores = layers.Flatten(name=f"{name}_flat")(scores)  # (b, t)
        answers[name] = OnlyWords(name=name)(scores, text)
    return keras.Model({"text": text, "question": question}, answers, name="answer_span")
