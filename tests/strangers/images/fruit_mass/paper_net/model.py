import keras
from keras import layers, ops


def network(inputs, targets, initializer, channels, units):
    """What the photograph shows and how far it was taken from, joined for one number; from (b, 20, 20, 1) and (b, 1)."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    given = {name: keras.Input(spec.shape, dtype=spec.dtype, name=name) for name, spec in inputs.items()}
    x = given["photo"]
    for i, width in enumerate(channels):
        x = layers.Conv2D(width, 3, strides=2, activation="elu", name=f"conv_{i}", **options(9 * x.shape[-1]))(x)
    seen = layers.Flatten(name="flatten")(x)  # (b, 4 * 4 * channels)
    seen = layers.Dense(units, "elu", name="seen", **options(seen.shape[-1]))(seen)  # (b, units)
    x = layers.Concatenate(name="joined")([seen, given["distance"]])
    x = layers.Dense(units, "elu", name="hidden", **options(units + 1))(x)
    return Mass(given, layers.Dense(1, name="log_mass", **options(units))(x), name="fruit_mass")  # (b, 1)


class Mass(keras.Model):
    """Trained as any other, on each photograph twice: as it is, and turned by a quarter; the mass stays."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        loss = super().compute_loss(x, y, y_pred, sample_weight, training)
        if not training:
            return loss
        turned = ops.flip(ops.transpose(x["photo"], (0, 2, 1, 3)), axis=1)
        other = self({**x, "photo": turned}, training=True)
        return 0.5 * loss + 0.5 * super().compute_loss(x, y, other, sample_weight, training)
