import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A product of Gaussian experts, one a buoy that is heard and one of the sky: mean and log variance, (b, 2)."""
    buoys, heard, sky = (keras.Input(inputs[name].shape, dtype="float32", name=name) for name in inputs)
    of_sky = expert(sky, units, initializer, "sky")  # (b, 2)
    of_buoys = expert(buoys, units, initializer, "buoy")  # (b, 5, 2)
    fused = Product(name="product")(of_buoys, heard, of_sky)  # (b, 2)
    return keras.Model({"buoys": buoys, "heard": heard, "sky": sky}, fused, name="buoys")


def expert(x, units, initializer, name):
    """The mean and the log precision that it would give alone."""
    for i, (width, activation) in enumerate([(units, "silu"), (units, "silu"), (2, None)]):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias, "name": f"{name}_expert_{i}"}
        x = layers.Dense(width, activation, **options)(x)
    return x


class Product(layers.Layer):
    """Precisions add up, and weigh the means."""

    def call(self, buoys, heard, sky):
        precision = ops.exp(ops.clip(buoys[..., 1], -8.0, 8.0)) * heard  # (b, 5)
        of_sky = ops.exp(ops.clip(sky[:, 1], -8.0, 8.0))  # (b)
        total = ops.sum(precision, axis=1) + of_sky
        mean = (ops.sum(precision * buoys[..., 0], axis=1) + of_sky * sky[:, 0]) / total
        return ops.stack([mean, -ops.log(total)], axis=-1)
