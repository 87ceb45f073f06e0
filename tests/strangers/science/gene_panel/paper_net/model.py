import keras
from keras import layers, regularizers


def network(inputs, targets, initializer, units, noise, dropout, penalty):
    """Two hidden layers under noise on the input, dropout and L2: there are few patients."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    panel = keras.Input(inputs.shape, dtype=inputs.dtype, name="panel")  # (b, genes)
    x = layers.GaussianNoise(noise, name="noise")(panel)
    for i, width in enumerate(units):
        x = dense(width, x, activation="selu", kernel_regularizer=regularizers.L2(penalty), name=f"hidden_{i}")
        x = layers.AlphaDropout(dropout, name=f"drop_{i}")(x)  # (b, width)
    return keras.Model(panel, dense(targets.classes, x, name="logits"), name="gene_panel")  # (b, classes)
