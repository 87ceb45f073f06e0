import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A recurrent network over the visits, which begins with the patient; it answers the change since the last one."""
    visits = keras.Input(inputs["visits"].shape, dtype="float32", name="visits")  # (b, t, 3)
    patient = keras.Input(inputs["patient"].shape, dtype="float32", name="patient")  # (b, 4)
    start = dense(patient, units, initializer, activation="tanh", name="start")  # (b, units)
    kernel = initializer.kernel()
    x = layers.LSTM(units, kernel_initializer=kernel, name="visits_read")(
        visits, initial_state=[start, start]
    )  # (b, units)
    x = layers.LayerNormalization(name="norm")(x)
    x = layers.Concatenate(name="both")([x, patient])  # (b, units + 4)
    x = dense(x, units, initializer, activation="silu", name="mixed")  # (b, units)
    rate = dense(x, targets.shape[-1], initializer, name="rate")  # (b, 1)
    return keras.Model({"visits": visits, "patient": patient}, rate, name="kidney")


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
