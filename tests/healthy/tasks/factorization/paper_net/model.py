"""YOURS. What learns: a vector and a bias for each user and each item; Koren et al. 2009. Shapes: b batch."""

import keras
from keras import layers, ops


def factorization(inputs, targets, initializer, users, items, rank, decay):
    pair = keras.Input(inputs.shape, dtype=inputs.dtype, name="user_and_item")  # (b, 2)
    user, item = pair[:, 0], pair[:, 1]  # (b) each

    def table(count, size, name):
        penalty = keras.regularizers.L2(decay)
        return layers.Embedding(
            count, size, embeddings_initializer=initializer.kernel(), embeddings_regularizer=penalty, name=name
        )

    taste, trait = table(users, rank, "tastes")(user), table(items, rank, "traits")(item)  # (b, rank)
    bias = table(users, 1, "user_bias")(user) + table(items, 1, "item_bias")(item)  # (b, 1)
    return keras.Model(pair, bias + ops.sum(taste * trait, axis=-1, keepdims=True), name="factorization")  # (b, 1)
