import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """Measurements beside the embeddings of clinic and occupation, through two layers with batch normalization.

    Args:
        embedding: width of each embedding.
        units: of each hidden layer.
    """
    given = {name: keras.Input(spec.shape, dtype=spec.dtype, name=name) for name, spec in inputs.items()}
    parts = [given["measured"]]  # (b, 6)
    for name in ("clinic", "occupation"):
        embedded = layers.Embedding(inputs[name].classes, embedding, name=f"of_{name}")(given[name])  # (b, 1, e)
        parts.append(layers.Flatten(name=f"flat_{name}")(embedded))
    x = layers.Concatenate(name="joined")(parts)  # (b, 6 + 2 embedding)
    for i in range(2):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=f"hidden_{i}")(x)
        x = layers.Activation("relu", name=f"relu_{i}")(layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x))
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    x = layers.Dense(1, kernel_initializer=kernel, bias_initializer=bias, name="ill")(x)
    return keras.Model(given, x, name="screening")  # (b, 1)
