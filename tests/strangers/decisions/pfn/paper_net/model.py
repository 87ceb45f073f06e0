import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, blocks, bins):
    """A prior-data fitted network: a transformer that reads a data set, and answers a distribution for each query.

    Source: Müller et al. 2022, Transformers Can Do Bayesian Inference, Figure 1.
    """
    context = keras.Input(inputs["context"].shape, name="context")  # (b, n, 2)
    there = keras.Input(inputs["there"].shape, name="there")  # (b, n)
    query = keras.Input(inputs["query"].shape, name="query")  # (b, q)
    n, q = context.shape[1], query.shape[1]
    place = dense(width, initializer, name="place")  # of x, one for all
    known = place(context[..., :1]) + dense(width, initializer, name="value")(context[..., 1:])  # (b, n, width)
    x = ops.concatenate([known, place(ops.expand_dims(query, -1))], axis=1)  # (b, n + q, width)
    # Everything reads the known points, and nobody reads a query.
    readable = ops.concatenate([there, ops.zeros_like(query)], axis=1)  # (b, n + q)
    mask = ops.repeat(ops.expand_dims(readable, 1), n + q, axis=1) > 0  # (b, n + q, n + q)
    for i in range(blocks):
        attention = layers.MultiHeadAttention(
            heads, width // heads, kernel_initializer=initializer.kernel(), name=f"attention_{i}"
        )
        x = layers.LayerNormalization()(x + attention(x, x, attention_mask=mask))
        hidden = dense(2 * width, initializer, activation="relu", name=f"hidden_{i}")(x)
        x = layers.LayerNormalization()(x + dense(width, initializer, name=f"out_{i}")(hidden))
    logits = dense(bins, initializer, name="logits")(x[:, n:])  # (b, q, bins)
    return keras.Model({"context": context, "there": there, "query": query}, logits, name="pfn")


def dense(units, initializer, **options):
    return layers.Dense(units, kernel_initializer=initializer.kernel(), **options)
