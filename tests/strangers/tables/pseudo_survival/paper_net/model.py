import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """DNNSurv: covariates and interval to the chance of surviving it, given that one entered it."""
    covariates = keras.Input(inputs["covariates"].shape, name="covariates")
    interval = keras.Input((), dtype="int32", name="interval")
    when = layers.CategoryEncoding(inputs["interval"].classes, output_mode="one_hot", name="when")(interval)
    x = layers.Concatenate(name="both")([covariates, when])  # (b, 8 + intervals)
    for i, width in enumerate(units):
        x = dense(x, width, initializer, activation="tanh", name=f"hidden_{i}")
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    survives = dense(x, 1, initializer, activation="sigmoid", name="survives")  # (b, 1)
    return keras.Model({"covariates": covariates, "interval": interval}, survives, name="dnnsurv")


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
