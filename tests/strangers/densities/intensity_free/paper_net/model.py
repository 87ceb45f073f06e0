import keras
from keras import layers, ops


@keras.saving.register_keras_serializable("paper_net")
class LogGap(layers.Layer):
    """(log gap - center) / spread; 0 where there is none."""

    def __init__(self, center, spread, **kwargs):
        super().__init__(**kwargs)
        self.center, self.spread = center, spread

    def call(self, gaps):
        logs = (ops.log(ops.maximum(gaps, 1e-6)) - self.center) / self.spread
        return ops.where(gaps > 0, logs, 0.0)

    def get_config(self):
        return {**super().get_config(), "center": self.center, "spread": self.spread}


def network(inputs, targets, initializer, units, components, center, spread):
    """A recurrent history, and of it the mixture of log-normals that the next gap is drawn from."""
    before = keras.Input(inputs.shape, dtype=inputs.dtype, name="before")
    x = LogGap(center, spread, name="log_gap")(before)  # (b, t)
    x = layers.Reshape((inputs.shape[0], 1), name="column")(x)  # (b, t, 1)
    x = layers.GRU(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        name="history",
    )(x)  # (b, t, units)
    x = layers.Dense(
        3 * components,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="mixture",
    )(x)  # (b, t, 3 * components): logits, means, log scales
    return keras.Model(before, x, name="intensity_free")
