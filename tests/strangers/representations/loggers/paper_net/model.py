import keras
from keras import layers, regularizers


def network(inputs, targets, initializer, units, l2):
    def dense(width, x, **options):
        bias = initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=initializer.kernel(), bias_initializer=bias, **options)(x)

    def of_logger(name):
        table = layers.Embedding(
            inputs["logger"].classes,
            4,
            embeddings_initializer="zeros",
            embeddings_regularizer=regularizers.L2(l2),
            name=name,
        )
        return layers.Flatten()(table(logger))  # (b, 4)

    channels = keras.Input(inputs["channels"].shape, name="channels")
    logger = keras.Input(inputs["logger"].shape, dtype="int32", name="logger")
    gain = layers.Rescaling(1.0, offset=1.0, name="gain")(of_logger("gain_less_one"))
    x = layers.Add(name="calibrated")([layers.Multiply()([channels, gain]), of_logger("offset")])  # (b, 4)
    for i in range(2):
        x = dense(units, x, activation="gelu", name=f"hidden_{i}")
    return keras.Model({"channels": channels, "logger": logger}, dense(1, x, name="moisture"), name="loggers")
