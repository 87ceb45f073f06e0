import keras
from keras import layers, ops


class SelfAttentiveRecommender(keras.Model):
    """Asks of each step one item that came next and one, drawn anew, that did not."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.draws = keras.random.SeedGenerator()

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        drawn = keras.random.randint(ops.shape(y), 1, y_pred.shape[-1], seed=self.draws)
        return binary(y_pred, y, drawn)


def binary(scores, positive, negative):
    """-log σ(score of the positive) - log(1 - σ(score of the negative)), the mean over steps whose item is not 0."""
    there = ops.cast(positive > 0, scores.dtype)

    def score(item):
        return ops.sum(ops.one_hot(item, scores.shape[-1], dtype=scores.dtype) * scores, axis=-1)

    each = ops.softplus(-score(positive)) + ops.softplus(score(negative))
    return ops.sum(there * each) / ops.sum(there)


class Items(layers.Layer):
    """A vector for each item and each place; scores are the products with the items' vectors."""

    def __init__(self, items, width, steps, initializer, **kwargs):
        super().__init__(**kwargs)
        self.item = layers.Embedding(items, width, embeddings_initializer=initializer.kernel(), name="item")
        self.place = layers.Embedding(steps, width, embeddings_initializer=initializer.kernel(), name="place")

    def call(self, history):
        vectors = self.item(history) * self.item.output_dim**0.5 + self.place(ops.arange(history.shape[1]))
        return vectors * ops.cast(history > 0, vectors.dtype)[..., None]  # (b, t, width)

    def score(self, x):
        return ops.matmul(x, ops.transpose(self.item.embeddings))  # (b, t, items)


class Scores(layers.Layer):
    """The scores of all items, by the vectors they are read with."""

    def __init__(self, items, **kwargs):
        super().__init__(**kwargs)
        self.items = items

    def call(self, x):
        return self.items.score(x)


def block(x, there, width, dropout, initializer, name):
    """Self-attention that looks back only, then a network of two layers at each step; each with a residual."""
    query = layers.LayerNormalization(name=f"{name}_query")(x)
    attended = layers.MultiHeadAttention(
        1, width, dropout=dropout, kernel_initializer=initializer.kernel(), name=f"{name}_attention"
    )(query, x, attention_mask=there, use_causal_mask=True)
    x = layers.LayerNormalization(name=f"{name}_norm")(layers.Add(name=f"{name}_attended")([query, attended]))
    y = x
    for number, activation in enumerate(["relu", None]):
        y = layers.Dense(
            width,
            activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=width),
            name=f"{name}_dense{number}",
        )(y)
        y = layers.Dropout(dropout, name=f"{name}_dropout{number}")(y)
    return layers.Add(name=f"{name}_out")([x, y])


def network(inputs, targets, initializer, width, blocks, dropout):
    """A score of each item at each step of a history."""
    history = keras.Input(inputs.shape, dtype=inputs.dtype, name="history")  # (b, t)
    items = Items(inputs.classes, width, inputs.shape[0], initializer, name="items")
    x = layers.Dropout(dropout, name="dropout")(items(history))  # (b, t, width)
    there = layers.Lambda(lambda h: (h > 0)[:, None, :], output_shape=(1, inputs.shape[0]), name="there")(history)
    for number in range(blocks):
        x = block(x, there, width, dropout, initializer, f"block{number}")
    x = layers.LayerNormalization(name="norm")(x)
    return SelfAttentiveRecommender(history, Scores(items, name="scores")(x), name="sasrec")  # (b, t, items)
