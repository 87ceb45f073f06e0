import keras
from keras import layers, ops


class Reversal(layers.Layer):
    """What comes in goes out; its gradient comes back times -strength (Ganin et al. 2016, equations 18 and 19)."""

    def __init__(self, strength, **kwargs):
        super().__init__(**kwargs)
        self.strength = strength

    def call(self, x):
        return ops.stop_gradient((1 + self.strength) * x) - self.strength * x


def network(inputs, targets, initializer, units, strength):
    """Features from which the label can be told, and the domain cannot."""

    def dense(x, width, name, activation=None):
        return layers.Dense(
            width,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)

    signal = keras.Input(inputs.shape, name="signal")
    features = dense(signal, units, "features", "relu")  # (b, units)
    label = dense(features, targets["label"].classes, "label")  # (b, classes)
    hidden = dense(Reversal(strength, name="reversal")(features), units, "adversary", "relu")  # (b, units)
    domain = dense(hidden, targets["domain"].classes, "domain")  # (b, 2)
    return keras.Model(signal, {"label": label, "domain": domain}, name="dann")
