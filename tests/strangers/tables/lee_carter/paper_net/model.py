import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units, dropout):
    """Embeddings of age, region and sex beside the year, two layers, and a skip from the embeddings to the last one."""
    nodes = {name: keras.Input(inputs[name].shape, dtype=inputs[name].dtype, name=name) for name in inputs}
    tables = [
        layers.Embedding(inputs[name].classes, embedding, name=f"{name}_embedding")(nodes[name])
        for name in ("age", "region", "sex")
    ]  # each (b, embedding)
    features = layers.Concatenate(name="features")([nodes["year"], *tables])  # (b, 1 + 3 embedding)
    x = features
    for i in range(2):
        x = dense(x, units, initializer, activation="tanh", name=f"hidden_{i}")  # (b, units)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    x = layers.Concatenate(name="skip")([features, x])
    return keras.Model(nodes, dense(x, 1, initializer, name="log_rate"), name="mortality")  # (b, 1)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
