import keras
from keras import layers


def network(inputs, targets, initializer, filters=24, dilated=3):
    """BPNet: a wide convolution, dilated ones with residuals, and from them the shape of the profile and its total."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    sequence = keras.Input(inputs.shape, dtype=inputs.dtype, name="sequence")  # (b, t, 4)
    x = layers.Conv1D(filters, 13, padding="same", activation="relu", name="motifs", **options(13 * 4))(sequence)
    for i in range(1, dilated + 1):
        y = layers.Conv1D(
            filters,
            3,
            padding="same",
            dilation_rate=2**i,
            activation="relu",
            name=f"dilated_{i}",
            **options(3 * filters),
        )(x)
        x = layers.Add(name=f"residual_{i}")([x, y])  # (b, t, filters)
    profile = layers.Conv1D(2, 15, padding="same", name="profile", **options(15 * filters))(x)  # (b, t, 2)
    pooled = layers.GlobalAveragePooling1D(name="pool")(x)  # (b, filters)
    total = layers.Dense(2, name="total", **options(filters))(pooled)  # (b, 2)
    return keras.Model(sequence, {"profile": profile, "total": total}, name="bpnet")
