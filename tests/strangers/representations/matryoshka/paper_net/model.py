import keras
from keras import layers


def network(inputs, targets, initializer, units, nested):
    """An embedding of which each prefix is an embedding, too; a linear classifier on each.

    Source: Kusupati et al. 2022, Matryoshka Representation Learning, equation 1.
    """

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8)
    x = layers.Flatten(name="flatten")(image)  # (b, 64)
    x = dense(units, x, activation="relu", name="hidden_1")
    x = dense(units, x, activation="relu", name="hidden_2")  # (b, units)
    z = dense(nested[-1], x, name="embedding")  # (b, 32)
    outputs = {}
    for m in nested:
        prefix = z[:, :m]  # (b, m)
        outputs[f"d{m}"] = dense(targets[f"d{m}"].classes, prefix, name=f"head_{m}")  # (b, 10)
    return keras.Model(image, outputs, name="matryoshka")
