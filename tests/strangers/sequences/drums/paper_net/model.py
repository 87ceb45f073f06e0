import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """Convolutions over the spectrogram, a GRU over time in both directions, and for each drum: is it struck now?"""
    x = spectrogram = keras.Input(inputs.shape, dtype=inputs.dtype, name="spectrogram")  # (b, t, bands)
    for i in range(2):
        x = layers.Conv1D(
            filters, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel(), name=f"conv_{i}"
        )(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.Activation("elu")(x)  # (b, t, filters)
    read = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel())
    x = layers.Bidirectional(read, name="reading")(x)  # (b, t, 2 units)
    struck = layers.Dense(
        targets.shape[-1],
        activation="sigmoid",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="struck",
    )(x)  # (b, t, 3)
    return keras.Model(spectrogram, struck, name="drums")
