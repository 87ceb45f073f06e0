import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Five observables of a jet → is it of the signal region?

    Source: Metodiev et al. 2017, Classification without labels: learning from mixed samples in high energy physics.
    """
    x = jet = keras.Input(inputs.shape, dtype=inputs.dtype, name="jet")
    for i, width in enumerate([*units, 1]):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=f"dense_{i}")(x)
        if i < len(units):
            x = layers.LeakyReLU(0.1, name=f"leaky_{i}")(x)
    return keras.Model(jet, x, name="cwola")  # (b, 1)
