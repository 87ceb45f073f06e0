import keras
from keras import layers, ops


def network(inputs, targets, initializer, width):
    """Writes each pair into a matrix of fast weights, then reads the value of the key that is asked for.

    Source: Schlag et al. 2021, equations 20 to 24.
    """
    shapes = {name: keras.Input(given.shape, dtype=given.dtype, name=name) for name, given in inputs.items()}
    embed = layers.Embedding(inputs["keys"].classes, width, name="embed_key")
    keys = features(embed(shapes["keys"]))  # (b, t, width)
    query = features(embed(shapes["query"]))  # (b, width)
    values = layers.Embedding(inputs["values"].classes, width, name="embed_value")(shapes["values"])  # (b, t, width)
    both = layers.Concatenate(name="both")([keys, values])
    rate = layers.Dense(
        1,
        activation="sigmoid",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=2 * width),
        name="rate",
    )(both)  # (b, t, 1)
    x = FastWeights(name="read")(keys, values, rate, query)  # (b, width)
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name="logits",
    )(x)
    return keras.Model(shapes, x, name="delta")  # (b, classes)


def features(x):
    """elu + 1, normalised to the sum 1, so that what is read stays bounded (sum normalisation of the paper)."""
    x = ops.elu(4.0 * x) + 1.0
    return x / ops.sum(x, axis=-1, keepdims=True)


def written(memory, key, value, rate):
    """One step of the delta rule. (b, v, k), (b, k), (b, v), (b, 1) to (b, v, k)."""
    old = ops.einsum("bvk,bk->bv", memory, key)  # what the memory now answers to this key
    return memory + ops.einsum("bv,bk->bvk", rate * (value - old), key)


class FastWeights(layers.Layer):
    """A memory that starts empty, takes the pairs in their order, and is asked once."""

    def call(self, keys, values, rate, query):
        memory = ops.zeros_like(ops.einsum("bv,bk->bvk", values[:, 0], keys[:, 0]))
        for t in range(keys.shape[1]):
            memory = written(memory, keys[:, t], values[:, t], rate[:, t])
        return ops.einsum("bvk,bk->bv", memory, query)
