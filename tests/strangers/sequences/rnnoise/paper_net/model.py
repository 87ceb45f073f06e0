import keras
from keras import layers


def network(inputs, targets, initializer, dense, vad, noise, denoise):
    """Three recurrent parts, as Figure 2 has them: speech, then noise, then the gains of the bands."""

    def fully(x, width, activation, name):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias, "name": name}
        return layers.Dense(width, activation=activation, **options)(x)

    def recurrent(x, units, name):
        return layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name=name)(x)

    bands = keras.Input(inputs.shape, dtype=inputs.dtype, name="bands")  # (b, t, bands)
    x = fully(bands, dense, "tanh", "dense")
    voice = recurrent(x, vad, "vad")  # (b, t, vad)
    speech = fully(voice, 1, "sigmoid", "speech")  # (b, t, 1)
    background = recurrent(layers.Concatenate()([x, voice, bands]), noise, "noise")  # (b, t, noise)
    x = recurrent(layers.Concatenate()([voice, background, bands]), denoise, "denoise")
    gains = fully(x, targets["gains"].shape[-1], "sigmoid", "gains")  # (b, t, bands)
    return keras.Model(bands, {"gains": gains, "speech": speech}, name="rnnoise")
