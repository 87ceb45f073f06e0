import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, heads, units, layers_):
    """Fields embedded, a few interacting layers, and one unit on all of it."""
    fields = keras.Input(inputs.shape, dtype=inputs.dtype, name="fields")  # (b, fields)
    x = layers.Embedding(inputs.classes, embedding, name="embedding")(fields)  # (b, fields, embedding)
    for i in range(layers_):
        x = Interacting(heads, units, initializer, name=f"interacting_{i}")(x)  # (b, fields, heads * units)
    x = layers.Flatten(name="flatten")(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    click = layers.Dense(1, kernel_initializer=kernel, bias_initializer=bias, name="click")  # a logit
    return keras.Model(fields, click(x), name="autoint")  # (b, 1)


class Interacting(layers.Layer):
    """Multi-head self-attention over the fields, a projected residual, a rectifier (equations 5 to 8)."""

    def __init__(self, heads, units, initializer, **options):
        super().__init__(**options)
        self.heads, self.units = heads, units
        self.query, self.key, self.value, self.residual = (
            layers.Dense(heads * units, use_bias=False, kernel_initializer=initializer.kernel(), name=name)
            for name in ["query", "key", "value", "residual"]
        )

    def build(self, shape):
        for projection in (self.query, self.key, self.value, self.residual):
            projection.build(shape)

    def split(self, x):
        """(b, fields, heads * units) -> (heads * b, fields, units), as the authors' code has it."""
        return ops.concatenate(ops.split(x, self.heads, axis=-1), axis=0)

    def call(self, x):
        query, key, value = self.split(self.query(x)), self.split(self.key(x)), self.split(self.value(x))
        scores = ops.matmul(query, ops.transpose(key, (0, 2, 1)))  # (heads * b, fields, fields)
        mixed = ops.matmul(ops.softmax(scores, axis=-1), value)  # (heads * b, fields, units)
        mixed = ops.concatenate(ops.split(mixed, self.heads, axis=0), axis=-1)  # (b, fields, heads * units)
        return ops.relu(mixed + self.residual(x))
