import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, units):
    """A tagger that reads forwards and backwards: the mark behind a word rests on what comes before, and after."""
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, t)
    x = layers.Embedding(inputs.classes, width, name="embedding")(words)  # (b, t, width)
    options = {"return_sequences": True, "recurrent_dropout": 0.0}
    ahead = layers.GRU(units, kernel_initializer=initializer.kernel(), name="ahead", **options)(x)  # (b, t, units)
    back = layers.GRU(units, kernel_initializer=initializer.kernel(), go_backwards=True, name="back", **options)(x)
    back = ops.flip(back, axis=1)  # go_backwards answers from the last word to the first
    x = layers.Concatenate()([ahead, back])  # (b, t, 2 units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="marks")(x)
    return Tagger(words, x, name="punctuation")  # (b, t, classes)


class Tagger(keras.Model):
    """Its loss is a mean over the words that there are."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        there = ops.cast(y >= 0, y_pred.dtype)  # (b, t)
        loss = ops.sparse_categorical_crossentropy(ops.maximum(y, 0), y_pred, from_logits=True)  # (b, t)
        return ops.sum(loss * there) / ops.sum(there)
