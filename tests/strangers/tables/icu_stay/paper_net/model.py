import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """Vital signs, person and ward to the log of the days, (b, 1)."""

    def dense(units, x, activation=None, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    vitals = keras.Input(inputs["vitals"].shape, name="vitals")  # (b, 24, 5)
    person = keras.Input(inputs["person"].shape, name="person")  # (b, 3)
    ward = keras.Input((), dtype="int32", name="ward")
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=5 * vitals.shape[-1])
    options = {"activation": "silu", "kernel_initializer": kernel, "bias_initializer": bias}
    x = layers.Conv1D(filters, 5, strides=2, padding="same", **options)(vitals)  # (b, 12, filters)
    x = layers.LayerNormalization()(x)
    day = layers.GRU(units, kernel_initializer=initializer.kernel(), name="day")(x)  # (b, units)
    place = layers.Embedding(inputs["ward"].classes, 4, name="place")(ward)  # (b, 4)
    x = dense(32, layers.Concatenate()([day, person, place]), "silu", name="joined")
    days = dense(targets.shape[-1], x, name="log_days")
    return keras.Model({"vitals": vitals, "person": person, "ward": ward}, days, name="icu_stay")
