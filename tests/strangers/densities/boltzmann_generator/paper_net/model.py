import keras
from keras import layers, ops


def coupled(moved, log_scale, shift):
    """An affine coupling: what is moved, and the log of the volume's change."""
    return moved * ops.exp(log_scale) + shift, ops.sum(log_scale, axis=-1, keepdims=True)


@keras.saving.register_keras_serializable("paper_net")
class Couple(layers.Layer):
    """The affine coupling as a layer; log scales stay within -2 … 2."""

    def call(self, moved, raw_scale, shift):
        return coupled(moved, 2 * ops.tanh(raw_scale / 2), shift)


def network(inputs, targets, initializer, units, couplings):
    """Noise to configurations of the particle; beside them the log of the determinant."""

    def dense(x, units, name, activation=None):
        return layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)

    noise = keras.Input(inputs.shape, name="noise")
    first, second = ops.split(noise, 2, axis=-1)  # (b, 1) each
    log_determinants = []
    for number in range(couplings):
        hidden = dense(first, units, f"hidden_{number}", "tanh")
        raw_scale, shift = dense(hidden, 1, f"scale_{number}"), dense(hidden, 1, f"shift_{number}")
        moved, log_determinant = Couple(name=f"couple_{number}")(second, raw_scale, shift)
        first, second = moved, first  # the other one is moved next
        log_determinants.append(log_determinant)
    total = layers.Add(name="log_determinant")(log_determinants)  # (b, 1)
    outputs = layers.Concatenate(name="place_and_volume")([first, second, total])  # (b, 3)
    return keras.Model(noise, outputs, name="boltzmann_generator")
