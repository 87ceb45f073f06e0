import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units, dropout):
    """Genotypes by embeddings, beside the body; two layers to the scaled dose."""
    nodes = {name: keras.Input(inputs[name].shape, dtype=inputs[name].dtype, name=name) for name in inputs}
    genes = [
        layers.Embedding(inputs[name].classes, embedding, name=f"{name}_embedding")(nodes[name])
        for name in ("vkorc1", "cyp2c9")
    ]
    x = layers.Concatenate(name="patient")([nodes["body"], *genes])  # (b, 5 + 2 embedding)
    for i, width in enumerate(units):
        x = dense(x, width, initializer, activation="relu", name=f"hidden_{i}")
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    return keras.Model(nodes, dense(x, 1, initializer, name="dose"), name="dosing")  # (b, 1)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
