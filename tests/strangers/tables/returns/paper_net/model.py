import keras
from keras import layers, regularizers


def network(inputs, targets, initializer, dimension, crosses, units):
    """An order to the logit that it comes back, (b, 1)."""

    def dense(units, x, activation=None, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    given = {name: keras.Input(spec.shape, dtype=spec.dtype, name=name) for name, spec in inputs.items()}
    parts = [given["numbers"]]
    for name, spec in inputs.items():
        if spec.classes:
            penalty = regularizers.L2(5e-4)
            parts.append(layers.Embedding(spec.classes, dimension, embeddings_regularizer=penalty)(given[name]))
    x = start = layers.Concatenate(name="fields")(parts)  # (b, 3 + 3 * dimension)
    for i in range(crosses):
        x = x + start * dense(start.shape[-1], x, name=f"cross_{i}")
    deep = layers.Dropout(0.2)(dense(units, start, "relu"))
    deep = dense(units, deep, "relu")
    return keras.Model(given, dense(1, layers.Concatenate()([x, deep]), name="logit"), name="returns")
