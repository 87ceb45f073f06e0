"""An autoencoder with noise at its inputs, and a diagnosis of its code. Shapes: b batch."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, code, noise):
    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    measures = keras.Input(inputs.shape, dtype=inputs.dtype, name="measures")  # (b, 30)
    x = layers.GaussianNoise(noise, name="noise")(measures)
    x = dense(x, units, activation="elu", name="encoder")
    x = dense(x, code, activation="tanh", name="code")
    diagnosis = dense(x, 1, name="diagnosis")  # (b, 1)
    x = dense(x, units, activation="elu", name="decoder")
    profile = dense(x, targets["profile"].shape[0], name="profile")  # (b, 30)
    return keras.Model(measures, {"diagnosis": diagnosis, "profile": profile}, name="biopsies")
