import keras
from keras import layers, ops


def network(inputs, targets, initializer, phi, latent, rho):
    """Energy flow network: F(sum of z_i Phi(place_i)), which neither soft particles nor splittings change."""

    def dense(x, units, activation=None, name=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    jet = keras.Input(inputs.shape, dtype=inputs.dtype, name="jet")  # (b, p, 3)
    z, x = jet[..., :1], jet[..., 1:]  # (b, p, 1), (b, p, 2)
    for i, units in enumerate(phi):
        x = dense(x, units, "relu", f"phi_{i}")
    x = dense(x, latent, "relu", "latent")  # (b, p, latent)
    x = ops.sum(z * x, axis=1)  # (b, latent)
    for i, units in enumerate(rho):
        x = dense(x, units, "relu", f"rho_{i}")
    return keras.Model(jet, dense(x, 1, name="logit"), name="energy_flow")  # (b, 1)
