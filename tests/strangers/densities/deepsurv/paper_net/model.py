import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The log-risk of a patient; a constant in it is of no effect, so the last layer has no bias."""
    patient = keras.Input(inputs.shape, dtype=inputs.dtype, name="patient")  # (b, covariates)
    x = patient
    for level in (1, 2):
        x = layers.Dense(
            units,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{level}",
        )(x)  # (b, units)
    risk = layers.Dense(1, use_bias=False, kernel_initializer=initializer.kernel(), name="log_risk")(x)  # (b, 1)
    return keras.Model(patient, risk, name="deepsurv")
