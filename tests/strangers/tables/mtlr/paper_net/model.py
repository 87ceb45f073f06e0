import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, cuts):
    """A body shared by all times, one regressor a cut, and the scores of the cuts + 1 possible histories."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = patient = keras.Input(inputs.shape, dtype=inputs.dtype, name="patient")  # (b, 8)
    for i, width in enumerate(units):
        x = dense(width, x, activation="selu", name=f"hidden_{i}")
    scores = dense(cuts, x, name="regressors")  # (b, cuts)
    return keras.Model(patient, Histories(name="histories")(scores), name="mtlr")  # (b, cuts + 1)


class Histories(layers.Layer):
    """Who dies in interval j is dead at the cuts j, j + 1, …: the score of it is the sum of theirs; of none it is 0."""

    def call(self, scores):
        summed = ops.flip(ops.cumsum(ops.flip(scores, axis=-1), axis=-1), axis=-1)  # (b, cuts)
        return ops.pad(summed, [[0, 0], [0, 1]])  # (b, cuts + 1)
