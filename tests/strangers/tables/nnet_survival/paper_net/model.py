import keras
from keras import layers


def network(inputs, targets, initializer, intervals, units, dropout):
    """Nnet-survival, its flexible version: from a patient to the probability of surviving each interval once begun.

    Args:
        intervals: how many.
        units: of the two hidden layers.
        dropout: behind each of them.

    Source: Gensheimer & Narasimhan 2019, A scalable discrete-time survival model for neural networks.
    """
    x = patient = keras.Input(inputs.shape, dtype=inputs.dtype, name="patient")  # (b, 8)
    for i in range(2):
        x = dense(units, x, initializer, activation="relu", name=f"hidden_{i}")  # (b, units)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    return keras.Model(patient, dense(intervals, x, initializer, activation="sigmoid", name="survives"), name="nnet")


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
