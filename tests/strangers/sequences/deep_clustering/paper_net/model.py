import keras
from keras import layers


def network(inputs, targets, initializer, units, embedding):
    """Deep clustering (Hershey et al. 2016): each time-frequency bin gets a unit vector; bins of one source, the same."""
    frames, bands = inputs.shape
    x = spectrogram = keras.Input(inputs.shape, dtype=inputs.dtype, name="spectrogram")  # (b, t, f)
    for i in range(2):
        lstm = layers.LSTM(units, return_sequences=True, kernel_initializer=initializer.kernel())
        x = layers.Bidirectional(lstm, name=f"blstm_{i}")(x)  # (b, t, 2u)
    x = layers.Dense(
        bands * embedding,
        activation="tanh",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=2 * units),
        name="embedding",
    )(x)
    x = layers.Reshape((frames, bands, embedding), name="bins")(x)  # (b, t, f, d)
    x = layers.UnitNormalization(axis=-1, name="unit")(x)
    return keras.Model(spectrogram, x, name="deep_clustering")
