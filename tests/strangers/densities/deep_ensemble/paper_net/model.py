import keras
from keras import layers, ops


def network(inputs, targets, initializer, members, units):
    """An ensemble of networks that each answer with a mean and a variance, trained side by side."""
    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="mix")
    answers = []
    for i in range(members):
        h = dense(x, units, initializer, activation="relu", name=f"hidden_{i}")  # (b, units)
        mean = dense(h, 1, initializer, name=f"mean_{i}")  # (b, 1)
        variance = dense(h, 1, initializer, activation="softplus", name=f"variance_{i}")  # (b, 1)
        answers.append(ops.concatenate([mean, variance + 1e-3], axis=-1))  # (b, 2)
    return keras.Model(x, ops.stack(answers, axis=1), name="ensemble")  # (b, members, 2)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
