import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, heads, blocks):
    """Items look at each other: a transformer without positions, and one logit an item.

    Args:
        units: of an item.
        heads: of an attention.
        blocks: of attention and a hidden layer.
    """

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    items = keras.Input(inputs["items"].shape, name="items")  # (b, n, 3)
    capacity = keras.Input(inputs["capacity"].shape, name="capacity")  # (b, 1)
    n = items.shape[1]
    x = layers.Concatenate(name="told")([items, layers.RepeatVector(n)(capacity)])  # (b, n, 4)
    x = dense(x, units, activation="gelu", name="item")  # (b, n, units)
    for i in range(blocks):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        query, key, value = (split(dense(y, units, name=f"{part}_{i}"), heads) for part in ("query", "key", "value"))
        weights = ops.softmax(
            ops.matmul(query, ops.swapaxes(key, -1, -2)) / math.sqrt(units / heads)
        )  # (b, heads, n, n)
        x = x + dense(merge(ops.matmul(weights, value)), units, name=f"attended_{i}")
        y = layers.LayerNormalization(name=f"norm_hidden_{i}")(x)
        x = x + dense(dense(y, 2 * units, activation="gelu", name=f"hidden_{i}"), units, name=f"out_{i}")
    logits = ops.squeeze(dense(x, 1, name="packed"), -1)  # (b, n)
    return keras.Model({"items": items, "capacity": capacity}, logits, name="knapsack")


def split(x, heads):
    """(b, n, units) → (b, heads, n, units / heads)."""
    n, units = x.shape[1:]
    return ops.transpose(ops.reshape(x, (-1, n, heads, units // heads)), (0, 2, 1, 3))


def merge(x):
    """(b, heads, n, width) → (b, n, heads * width)."""
    heads, n, width = x.shape[1:]
    return ops.reshape(ops.transpose(x, (0, 2, 1, 3)), (-1, n, heads * width))
