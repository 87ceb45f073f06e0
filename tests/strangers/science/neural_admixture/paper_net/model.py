import keras
from keras import layers


def network(inputs, targets, initializer, hidden, populations):
    """Neural ADMIXTURE: an autoencoder whose code is an individual's ancestry, and whose decoder the frequencies."""
    share = keras.Input(inputs.shape, dtype=inputs.dtype, name="share")  # (b, snps)
    x = layers.BatchNormalization(name="norm")(share)
    for width, activation in [(hidden, "gelu"), (populations, None)]:
        x = layers.Dense(
            width,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"encoder_{width}",
        )(x)
    ancestry = layers.Softmax(axis=-1, name="ancestry")(x)  # (b, populations), of sum 1
    frequencies = layers.Dense(
        inputs.shape[0],
        use_bias=False,
        kernel_initializer=keras.initializers.RandomUniform(0.3, 0.7),
        kernel_constraint=Frequency(),
        name="frequencies",
    )
    return keras.Model(share, frequencies(ancestry), name="neural_admixture")  # (b, snps)


class Frequency(keras.constraints.Constraint):
    """Each frequency within 0 … 1: the projection of section 'Methods', after every update."""

    def __call__(self, w):
        return keras.ops.clip(w, 0.0, 1.0)
