"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, embedding, units):
    """Neural post-processing of an ensemble: a normal distribution from its statistics and the station.

    Args:
        embedding: width of what is learnt of each station.
        units: of the hidden layer.

    Source: Rasp & Lerch 2018, Neural networks for post-processing ensemble weather forecasts, NN-aux-emb.
    """
    forecast = keras.Input(inputs["forecast"].shape, dtype=inputs["forecast"].dtype, name="forecast")  # (b, 7)
    station = keras.Input(inputs["station"].shape, dtype=inputs["station"].dtype, name="station")  # (b)
    place = layers.Embedding(inputs["station"].classes, embedding, name="embedding")(station)  # (b, embedding)
    x = layers.Concatenate(name="both")([forecast, place])

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = dense(x, units, activation="relu", name="hidden")  # (b, units)
    normal = dense(x, 2, name="normal")  # (b, 2): mean, logarithm of the standard deviation
    return keras.Model({"forecast": forecast, "station": station}, normal, name="post_processing")
