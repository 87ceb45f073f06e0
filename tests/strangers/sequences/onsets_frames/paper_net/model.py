import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, units, recurrent):
    """Onsets and frames: two acoustic stacks; the frames' detector is shown where the onsets are, and sends them no
    gradient. Here the onsets have no recurrent layer."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    def acoustic(x, name):
        x = layers.Conv2D(filters, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel())(x)
        x = layers.ReLU()(layers.BatchNormalization()(x))  # (b, t, f, filters)
        x = layers.Reshape((x.shape[1], x.shape[2] * x.shape[3]))(x)  # (b, t, f * filters)
        return dense(units, x, activation="relu", name=f"{name}_features")  # (b, t, units)

    def both_ways(x, name):
        cell = layers.GRU(recurrent, return_sequences=True, kernel_initializer=initializer.kernel())
        return layers.Bidirectional(cell, name=name)(x)  # (b, t, 2 recurrent)

    keys = targets["frame"].shape[-1]
    spectrogram = keras.Input(inputs.shape, dtype=inputs.dtype, name="spectrogram")  # (b, t, f, 1)
    onset = dense(keys, acoustic(spectrogram, "onset"), activation="sigmoid", name="onset")  # (b, t, keys)
    frame = dense(keys, acoustic(spectrogram, "frame"), activation="sigmoid", name="frame_alone")
    frame = layers.Concatenate()([ops.stop_gradient(onset), frame])  # (b, t, 2 keys)
    frame = layers.Concatenate()([frame, both_ways(frame, "frame_recurrent")])  # (b, t, 2 keys + 2 recurrent)
    frame = dense(keys, frame, activation="sigmoid", name="frame")  # (b, t, keys)
    return keras.Model(spectrogram, {"onset": onset, "frame": frame}, name="onsets_frames")
