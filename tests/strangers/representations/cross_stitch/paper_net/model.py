import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, units, own):
    """A network for each task, whose features are mixed behind each block by cross-stitch units.

    Source: Misra et al. 2016, Cross-stitch Networks for Multi-task Learning, equation 1.
    """

    def given(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, 48, 1)
    a = b = wave
    for i, width in enumerate(filters):
        a, b = (
            layers.Conv1D(
                width, 5, padding="same", activation="relu", name=f"{task}_conv_{i}", **given(5 * x.shape[-1])
            )(x)
            for task, x in (("form", a), ("size", b))
        )
        a, b = (layers.MaxPooling1D(2, name=f"{task}_pool_{i}")(x) for task, x in (("form", a), ("size", b)))
        a, b = CrossStitch(own, name=f"stitch_{i}")([a, b])  # (b, t, width) each
    a, b = layers.Flatten(name="form_flat")(a), layers.Flatten(name="size_flat")(b)
    a = layers.Dense(units, activation="relu", name="form_hidden", **given(a.shape[-1]))(a)
    b = layers.Dense(units, activation="relu", name="size_hidden", **given(b.shape[-1]))(b)
    outputs = {
        "form": layers.Dense(targets["form"].classes, name="form", **given(units))(a),  # (b, 4)
        "size": layers.Dense(1, name="size", **given(units))(b),  # (b, 1)
    }
    return keras.Model(wave, outputs, name="cross_stitch")


class CrossStitch(layers.Layer):
    """Two tasks' features, each a mixture of both with weights that are learnt, of each channel."""

    def __init__(self, own, **options):
        super().__init__(**options)
        self.own = own

    def build(self, shapes):
        start = ops.convert_to_numpy([[self.own, 1 - self.own], [1 - self.own, self.own]])
        start = start[:, :, None].repeat(shapes[0][-1], axis=2)
        self.alpha = self.add_weight(
            shape=start.shape, initializer=lambda shape, dtype=None: ops.cast(start, dtype), name="alpha"
        )

    def call(self, tasks):
        a, b = tasks
        return self.alpha[0, 0] * a + self.alpha[0, 1] * b, self.alpha[1, 0] * a + self.alpha[1, 1] * b
