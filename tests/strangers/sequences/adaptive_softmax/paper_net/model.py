import keras
from keras import layers, ops


def log_probabilities(head, tails):
    """Of all words: the frequent ones from the head, whose last entries are clusters; the others from their cluster."""
    log_head = ops.log_softmax(head, axis=-1)  # (b, t, frequent + clusters)
    frequent = head.shape[-1] - len(tails)
    parts = [log_head[..., :frequent]]
    for cluster, tail in enumerate(tails):
        of_cluster = log_head[..., frequent + cluster : frequent + cluster + 1]
        parts.append(of_cluster + ops.log_softmax(tail, axis=-1))
    return ops.concatenate(parts, axis=-1)  # (b, t, words)


class AllWords(layers.Layer):
    """Log-probabilities of all words, from the logits of the head and of each cluster."""

    def call(self, head, *tails):
        return log_probabilities(head, tails)


def network(inputs, targets, initializer, width, units, cutoffs):
    """A recurrent language model, whose rare words are told by fewer numbers than the frequent ones."""

    def dense(size, name, fan_in, bias=True):
        return layers.Dense(
            size,
            use_bias=bias,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=fan_in),
            name=name,
        )

    text = keras.Input(inputs.shape, dtype=inputs.dtype, name="text")  # (b, t)
    x = layers.Embedding(inputs.classes, width, embeddings_initializer=initializer.kernel(), name="words")(text)
    x = layers.LSTM(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name="state",
    )(x)  # (b, t, units)
    bounds = [*cutoffs, targets.classes]
    head = dense(cutoffs[0] + len(cutoffs), "head", units)(x)
    tails = []
    for cluster, (start, stop) in enumerate(zip(bounds, bounds[1:], strict=False)):
        narrow = units // 2 ** (cluster + 1)
        y = dense(narrow, f"narrow{cluster}", units, bias=False)(x)
        tails.append(dense(stop - start, f"tail{cluster}", narrow)(y))
    return keras.Model(text, AllWords(name="all_words")(head, *tails), name="adaptive_softmax")
