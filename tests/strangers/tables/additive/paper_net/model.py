import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, feature_dropout, penalty):
    """Neural additive model: the answer is the sum of what a network of its own makes of each feature."""
    features = keras.Input(inputs.shape, name="features")  # (b, f)
    x = layers.Reshape((inputs.shape[0], 1), name="apart")(features)  # (b, f, 1)
    for i, width in enumerate(units):
        x = PerFeature(width, name=f"hidden_{i}")(x)  # (b, f, width)
        x = layers.ReLU(name=f"relu_{i}")(x)
    x = PerFeature(1, name="contribution")(x)  # (b, f, 1)
    x = layers.Reshape(inputs.shape, activity_regularizer=keras.regularizers.L2(penalty), name="shapes")(x)  # (b, f)
    x = layers.Dropout(feature_dropout, name="feature_dropout")(x)
    return keras.Model(features, Total(name="total")(x), name="nam")  # (b, 1)


class PerFeature(layers.Layer):
    """A dense layer with weights of its own for each feature: (b, f, in) to (b, f, units)."""

    def __init__(self, units, **options):
        super().__init__(**options)
        self.units = units

    def build(self, shape):
        _, features, width = shape
        self.kernel = self.add_weight(
            shape=(features, width, self.units), initializer=keras.initializers.RandomNormal(stddev=(2 / width) ** 0.5)
        )
        self.bias = self.add_weight(shape=(features, self.units), initializer=keras.initializers.RandomUniform(-1, 1))

    def call(self, x):
        return ops.einsum("bfi,fio->bfo", x, self.kernel) + self.bias


class Total(layers.Layer):
    """The sum of all contributions and a bias."""

    def build(self, shape):
        self.bias = self.add_weight(shape=(1,), initializer="zeros")

    def call(self, x):
        return ops.sum(x, axis=-1, keepdims=True) + self.bias
