import keras
from keras import layers, ops


class MeanOfThose(layers.Layer):
    """The mean over those that are there."""

    def call(self, x, there):
        there = there[..., None]  # (b, m, 1)
        return ops.sum(x * there, axis=1) / ops.sum(there, axis=1)


def network(inputs, targets, initializer, units):
    def dense(width, x, **options):
        bias = initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=initializer.kernel(), bias_initializer=bias, **options)(x)

    people = keras.Input(inputs["people"].shape, name="people")  # (b, m, 5)
    there = keras.Input(inputs["there"].shape, name="there")  # (b, m)
    x = dense(units, people, activation="silu", name="hidden_0")
    x = layers.LayerNormalization()(x)
    x = dense(units, x, activation="silu", name="hidden_1")  # (b, m, units)
    votes = dense(targets.shape[0], x, activation="softmax", name="votes")  # (b, m, 3)
    shares = MeanOfThose(name="shares")(votes, there)  # (b, 3)
    return keras.Model({"people": people, "there": there}, shares, name="districts")
