import keras
from keras import initializers, layers, ops


def network(inputs, targets, initializer, embedding, units, dropout):
    """Attend, compare, aggregate: each word is compared to what the other sentence says about it.

    Source: Parikh et al. 2016, Sections 3.1 to 3.3.
    """

    def feed_forward():  # F, G and H of the paper: two layers of rectified units each
        first, drop, second = dense(units, initializer), layers.Dropout(dropout), dense(units, initializer)
        return lambda x: second(drop(first(x)))

    sides = {name: keras.Input(spec.shape, dtype=spec.dtype, name=name) for name, spec in inputs.items()}
    start = initializers.RandomNormal(stddev=0.5)
    embed = layers.Embedding(inputs["premise"].classes, embedding, embeddings_initializer=start, name="words")
    a, b = embed(sides["premise"]), embed(sides["hypothesis"])  # (b, i, d), (b, j, d)
    attend, compare, aggregate = feed_forward(), feed_forward(), feed_forward()

    there = ops.cast(sides["premise"] != 0, "float32")[:, :, None]  # (b, i, 1); a hypothesis is always full
    e = ops.einsum("bid,bjd->bij", attend(a), attend(b))  # (b, i, j)
    beta = ops.einsum("bij,bjd->bid", ops.softmax(e, axis=2), b)  # of the hypothesis, for each word of the premise
    alpha = ops.einsum("bij,bid->bjd", ops.softmax(e - 1e9 * (1 - there), axis=1), a)  # and the reverse

    v1 = ops.sum(there * compare(ops.concatenate([a, beta], axis=-1)), axis=1)  # (b, u)
    v2 = ops.sum(compare(ops.concatenate([b, alpha], axis=-1)), axis=1)  # (b, u)
    x = aggregate(ops.concatenate([v1, v2], axis=-1))
    return keras.Model(sides, dense(targets.classes, initializer, None)(x), name="decomposable_attention")


def dense(width, initializer, activation="relu"):
    return layers.Dense(width, activation=activation, kernel_initializer=initializer.kernel())
