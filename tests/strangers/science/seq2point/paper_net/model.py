import keras
from keras import layers


def network(inputs, targets, initializer, dropout):
    """Sequence to point: convolutions over the window of the mains, and one number, the appliance at its midpoint."""

    def options(fan_in):
        return {
            "activation": "relu",
            "kernel_initializer": initializer.kernel(),
            "bias_initializer": initializer.bias(fan_in=fan_in),
        }

    mains = keras.Input(inputs.shape, dtype=inputs.dtype, name="mains")  # (b, t)
    x = layers.Reshape((*inputs.shape, 1), name="channel")(mains)  # (b, t, 1)
    for i, (filters, width) in enumerate([(12, 9), (16, 7), (16, 5)]):
        x = layers.Conv1D(filters, width, padding="same", name=f"conv_{i}", **options(width * x.shape[-1]))(x)
    x = layers.Flatten(name="flatten")(x)  # (b, t * 16)
    x = layers.Dense(48, name="hidden", **options(x.shape[-1]))(x)
    x = layers.Dropout(dropout, name="dropout")(x)
    last = {**options(48), "activation": None}
    return keras.Model(mains, layers.Dense(1, name="midpoint", **last)(x), name="seq2point")  # (b, 1)
