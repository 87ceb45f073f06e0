import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, physics, l2):
    """A network from depth and weather to temperature, that knows which water is denser.

    Source: Daw et al. 2017, Section 3 and equations 8 to 13.
    """

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        options["kernel_regularizer"] = keras.regularizers.L2(l2)
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = drivers = keras.Input(inputs.shape, dtype=inputs.dtype, name="drivers")  # (b, depths, 6)
    for i in range(3):
        x = dense(x, units, activation="elu", name=f"hidden_{i}")  # (b, depths, units)
    x = layers.Rescaling(8.0, offset=10.0, name="degrees")(dense(x, 1, name="temperature"))
    model = PGNN(drivers, layers.Reshape((inputs.shape[0],), name="profile")(x), name="pgnn")  # (b, depths)
    model.physics = physics
    return model


def density(degrees):
    """Of fresh water, kg / m³, greatest at 4 degrees; equation 9."""
    return 1000 * (1 - (degrees + 288.9414) * (degrees - 3.9863) ** 2 / (508929.2 * (degrees + 68.12963)))


class PGNN(keras.Model):
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        degrees, known = y[..., 0], y[..., 1]
        squared = ops.sum(known * (degrees - y_pred) ** 2) / ops.maximum(ops.sum(known), 1.0)
        rho = density(y_pred)  # (b, depths), from the surface down
        violation = ops.relu(rho[:, :-1] - rho[:, 1:])  # lighter water below
        loss = squared + self.physics * ops.mean(violation)
        return loss + sum(self.losses)
