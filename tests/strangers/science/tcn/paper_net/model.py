import keras
from keras import layers


def block(x, filters, dilation, initializer):
    """Two causal convolutions around which the input goes, too."""
    kept = x
    for name in ("one", "two"):
        x = layers.Conv1D(
            filters,
            3,
            padding="causal",
            dilation_rate=dilation,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=3 * x.shape[-1]),
            name=f"{name}_{dilation}",
        )(x)
    if kept.shape[-1] != filters:
        kept = layers.Dense(filters, kernel_initializer=initializer.kernel(), name=f"wider_{dilation}")(kept)
    return layers.Add(name=f"sum_{dilation}")([kept, x])  # (b, t, filters)


def network(inputs, targets, initializer, filters):
    """Causal convolutions of growing dilation, and the displacement at each step."""
    x = signals = keras.Input(inputs.shape, dtype=inputs.dtype, name="signals")  # (b, t, 2)
    for dilation in (1, 2, 4):
        x = block(x, filters, dilation, initializer)
    x = layers.Dense(
        1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=filters), name="place"
    )(x)
    return keras.Model(signals, x, name="tcn")  # (b, t, 1)
