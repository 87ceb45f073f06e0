import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units):
    """Differences to the mean of the past, beside the stop and the calendar, through two layers; the answer is added to it."""

    def dense(x, width, name, activation=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias, "name": name}
        return layers.Dense(width, activation=activation, **options)(x)

    given = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    past = layers.Flatten(name="hours")(given["past"])  # (b, 48)
    mean = ops.mean(past, axis=-1, keepdims=True)  # (b, 1)
    stop = layers.Embedding(inputs["stop"].classes, embedding, name="which")(given["stop"])  # (b, embedding)
    x = layers.Concatenate(name="all")([past - mean, mean, stop, layers.Flatten()(given["calendar"])])
    x = dense(x, units, "first", "swish")
    x = layers.Dropout(0.1, name="dropout")(x)
    x = dense(x, units, "second", "swish")
    return keras.Model(given, dense(x, targets.shape[0], "ahead") + mean, name="trams")  # (b, horizon)
