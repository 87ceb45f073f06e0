import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units):
    """Cards embedded by rank and suit, summed as the set they are, and two layers that tell its kind."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    rank = keras.Input(inputs["rank"].shape, dtype=inputs["rank"].dtype, name="rank")
    suit = keras.Input(inputs["suit"].shape, dtype=inputs["suit"].dtype, name="suit")
    ranks = layers.Embedding(inputs["rank"].classes, embedding, name="ranks")(rank)  # (b, 5, embedding)
    suits = layers.Embedding(inputs["suit"].classes, embedding, name="suits")(suit)  # (b, 5, embedding)
    cards = layers.Concatenate(name="cards")([ranks, suits])  # (b, 5, 2 embedding)
    hand = ops.sum(cards, axis=1)  # (b, 2 embedding)
    x = layers.LayerNormalization(name="norm")(hand)
    x = dense(units, x, activation="gelu", name="hidden_0")  # (b, units)
    x = dense(units, x, activation="gelu", name="hidden_1")  # (b, units)
    return keras.Model({"rank": rank, "suit": suit}, dense(targets.classes, x, name="kind"), name="poker")  # (b, 7)
