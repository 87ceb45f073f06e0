import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A GRU over the samples of blood, joined with dose and weight; an answer for each target."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    curve = keras.Input(inputs["curve"].shape, dtype=inputs["curve"].dtype, name="curve")  # (b, t, 2)
    patient = keras.Input(inputs["patient"].shape, dtype=inputs["patient"].dtype, name="patient")  # (b, 2)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="read")(curve)  # (b, units)
    x = layers.Concatenate(name="join")([x, patient])
    x = dense(units, x, activation="silu", name="mix")
    x = layers.LayerNormalization(name="norm")(x)
    answers = {name: dense(1, x, name=name) for name in targets}  # (b, 1) each
    return keras.Model(inputs={"curve": curve, "patient": patient}, outputs=answers, name="clearance")
